package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Chooses, among the columns a text is stored in, the one that is meant. */
final class StoredTexts {
  private static final double TOLD = 0.2;
  private static final double NAME = 0.06;

  private final Schema schema;
  private final Choice choice;
  private final Set<Relation> reached = new HashSet<>();

  StoredTexts(Schema schema, Choice choice) {
    this.schema = schema;
    this.choice = choice;
  }

  /** The text that is meant, and the column it is stored in. */
  Link.ToValue value(Part.Stored stored) {
    Relation before = choice.near();
    if (stored.noun() != null) {
      choice.near(Focus.relation(stored.noun()));
    }
    Link.ToValue value = likeliest(stored);
    choice.near(before);
    Attribute played = choice.roles().played(value.attribute(), stored.from(), stored.to());
    return new Link.ToValue(played, value.text(), value.strength());
  }

  private Link.ToValue likeliest(Part.Stored stored) {
    Attribute told = choice.roles().told(stored).orElse(null);
    double clean = stored.values().get(0).strength() - TOLD;
    ToDoubleFunction<Link.ToValue> rating =
        value ->
            value.strength()
                + choice.fitness(value.attribute().relation())
                + (Display.of(value.attribute().relation()).contains(value.attribute()) ? NAME : 0)
                + (value.attribute() == told && value.strength() >= clean ? TOLD : 0);
    List<Link.ToValue> values =
        stored.values().stream().sorted(Comparator.comparingDouble(rating).reversed()).toList();
    Link.ToValue best = values.get(0);
    boolean said = stored.noun() != null && best.attribute().relation() == choice.near();
    if (values.size() > 1 && stored.attribute() == null && !said) {
      Link.ToValue second = values.get(1);
      double margin = rating.applyAsDouble(best) - rating.applyAsDouble(second);
      if (margin < 0.05 && second.attribute() != best.attribute()) {
        choice.doubt(0.5, best.attribute() + " or " + second.attribute());
      }
    }
    Relation holder = best.attribute().relation();
    boolean twins = values.stream().anyMatch(this::twin);
    boolean placed =
        (!twins && (holder == choice.near() || holder == choice.focus()))
            || (stored.noun() != null && holder == choice.near());
    if (stored.attribute() == null && !placed && scattered(values, best)) {
      choice.doubt(
          twins ? 0.4 : nearest(values, best) ? 0.15 : 0.3,
          best.text() + " is stored in several tables");
    }
    boolean played =
        choice.roles().played(best.attribute(), stored.from(), stored.to()) != best.attribute();
    if (!played && !choice.mentions(holder) && reached.add(holder)) {
      choice.charge(0.05 * choice.distance(best.attribute().relation()));
      choice.mention(best.attribute().relation());
    }
    return best;
  }

  /** Whether a text stands in a table that says more about the very rows of the focus. */
  private boolean twin(Link.ToValue value) {
    Relation other = value.attribute().relation();
    return other != choice.focus()
        && choice
            .focus()
            .key()
            .flatMap(key -> other.attribute(key.name()))
            .filter(Attribute::unique)
            .isPresent();
  }

  /** Whether a text stands in no other table that is as near to the focus. */
  private boolean nearest(List<Link.ToValue> values, Link.ToValue best) {
    Relation holder = best.attribute().relation();
    return values.stream()
        .map(value -> value.attribute().relation())
        .allMatch(other -> other == holder || choice.distance(other) > choice.distance(holder));
  }

  /** Whether a text stands in columns of tables that do not refer to one another. */
  private boolean scattered(List<Link.ToValue> values, Link.ToValue best) {
    return values.stream()
        .filter(value -> value.strength() >= best.strength())
        .map(Link.ToValue::attribute)
        .anyMatch(other ->
            other.relation() != best.attribute().relation()
                && schema.references().stream()
                    .noneMatch(each -> joins(each, other, best.attribute())));
  }

  private static boolean joins(Reference reference, Attribute one, Attribute other) {
    return (reference.from() == one && reference.to() == other)
        || (reference.from() == other && reference.to() == one);
  }
}
