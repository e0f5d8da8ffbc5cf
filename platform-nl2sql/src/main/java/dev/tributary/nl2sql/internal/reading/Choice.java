package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, among the columns words may stand for, those that fit best to the tables a question is
 * about; notes what the choice costs.
 */
final class Choice {
  private static final int FAR = 9;
  private static final double TOLD = 0.2;
  private static final double NAME = 0.06;

  private final Schema schema;
  private final Relation focus;
  private final Set<Relation> present;
  private final Cues cues;
  private final Roles roles;
  private final List<String> doubts = new ArrayList<>();
  private final Map<Relation, Integer> distances = new HashMap<>();
  private double cost;
  private double risk;
  private @Nullable Relation near;
  private @Nullable Attribute tested;

  Choice(Schema schema, Relation focus, Draft draft, Cues cues) {
    this.cues = cues;
    this.roles = new Roles(schema, cues, draft, focus);
    this.schema = schema;
    this.focus = focus;
    this.present = new HashSet<>(Focus.mentioned(draft));
    present.add(focus);
  }

  Relation focus() {
    return focus;
  }

  /** How many words of the question name the part a reference plays, such as its source. */
  int cued(Reference reference) {
    List<String> table = reference.to().relation().words();
    return (int)
        reference.from().words().stream()
            .filter(word -> !table.contains(word) && cues.tell(word))
            .count();
  }

  /** A join over a part that nobody named is doubtful where another table joins the two as well. */
  void unsaid(JoinTree tree) {
    for (Reference join : tree.joins()) {
      if (part(join.from()) && between(join.from().relation(), join.to().relation())) {
        doubt(0.6, "by " + join.from() + " or otherwise");
      }
    }
  }

  /** Whether a column says who plays a part, and nobody named it. */
  private boolean part(Attribute attribute) {
    return schema.roles().stream()
        .anyMatch(role ->
            role.reference().from() == attribute
                && !role.own().isEmpty()
                && cued(role.reference()) == 0);
  }

  /** Whether a table is there to link rows of two others. */
  private boolean between(Relation one, Relation other) {
    return schema.relations().stream()
        .anyMatch(link ->
            schema.references().stream()
                    .anyMatch(each -> each.from().relation() == link && each.to().relation() == one)
                && schema.references().stream()
                    .anyMatch(
                        each -> each.from().relation() == link && each.to().relation() == other)
                && link != one
                && link != other);
  }

  /** Whether each row of a table is a row of the focus as well. */
  boolean extendedBy(Relation other) {
    return schema.references().stream()
        .filter(each -> each.touches(focus) && each.touches(other))
        .anyMatch(each -> each.from().unique() && each.to().unique());
  }

  /** The table mentioned last: what narrows down is likeliest said of it. */
  void near(@Nullable Relation relation) {
    near = relation;
  }

  /** The column tested last: a test without a column is likeliest of it. */
  void tested(Attribute attribute) {
    tested = attribute;
  }

  double cost() {
    return cost;
  }

  List<String> doubts() {
    return doubts;
  }

  /** What makes this choice less likely than others. */
  void weigh(double more, String why) {
    cost += more;
    doubts.add(why);
  }

  /** What makes this choice uncertain, even if no other is more likely. */
  void doubt(double more, String why) {
    if (doubts.contains(why)) {
      return;
    }
    risk += more;
    doubts.add(why);
  }

  double risk() {
    return risk;
  }

  /** A candidate with how well it fits. */
  private record Rated(Attribute attribute, double rating) {}

  Attribute column(Mention mention) {
    List<Rated> rated =
        mention.links().stream()
            .map(link -> (Link.ToAttribute) link)
            .map(link -> new Rated(link.attribute(), rating(link)))
            .sorted(Comparator.comparingDouble(Rated::rating).reversed())
            .toList();
    Rated best = rated.get(0);
    if (best.attribute().unclean()) {
      doubt(0.6, "not all of " + best.attribute() + " are numbers");
    }
    if (part(best.attribute())) {
      doubt(0.3, best.attribute() + " plays a part that is not named");
    }
    double top = mention.links().get(0).strength();
    cost += Math.max(0, top - strength(mention, best.attribute())) + reach(best.attribute());
    if (rated.size() > 1) {
      double margin = best.rating() - rated.get(1).rating();
      if (margin < 0.08) {
        doubt(0.5, best.attribute() + " or " + rated.get(1).attribute());
      }
    }
    return best.attribute();
  }

  /** The column of the rows that play the part the words around it tell. */
  Attribute told(Mention mention) {
    return roles.played(column(mention), mention.from(), mention.to());
  }

  private static double strength(Mention mention, Attribute attribute) {
    return mention.links().stream()
        .map(link -> (Link.ToAttribute) link)
        .filter(link -> link.attribute() == attribute)
        .mapToDouble(Link.ToAttribute::strength)
        .max()
        .orElse(0);
  }

  private double reach(Attribute attribute) {
    Relation relation = attribute.relation();
    if (relation == focus) {
      return 0;
    }
    return present.contains(relation) ? 0.03 : 0.05 + 0.05 * distance(relation);
  }

  private double rating(Link.ToAttribute link) {
    double empty = link.attribute().empty() ? 1 : 0;
    return 1.6 * link.strength()
        + (link.named() ? 0.1 : 0)
        - empty
        + fitness(link.attribute().relation());
  }

  private double fitness(Relation relation) {
    if (relation == near) {
      return 0.55;
    }
    if (relation == focus) {
      return 0.5;
    }
    if (present.contains(relation)) {
      return 0.25;
    }
    return -0.1 * distance(relation);
  }

  private int distance(Relation relation) {
    return distances.computeIfAbsent(
        relation,
        to ->
            JoinTree.connect(schema, focus, List.of(to), this::cued)
                .map(tree -> tree.joins().size())
                .orElse(FAR));
  }

  /** The text that is meant, and the column it is stored in. */
  Link.ToValue value(Part.Stored stored) {
    Relation before = near;
    if (stored.noun() != null) {
      near = Focus.relation(stored.noun());
    }
    Link.ToValue value = likeliest(stored);
    near = before;
    Attribute played = roles.played(value.attribute(), stored.from(), stored.to());
    return new Link.ToValue(played, value.text(), value.strength());
  }

  private Link.ToValue likeliest(Part.Stored stored) {
    Attribute told = roles.told(stored).orElse(null);
    double clean = stored.values().get(0).strength() - TOLD;
    ToDoubleFunction<Link.ToValue> rating =
        value ->
            value.strength()
                + fitness(value.attribute().relation())
                + (Display.of(value.attribute().relation()).contains(value.attribute()) ? NAME : 0)
                + (value.attribute() == told && value.strength() >= clean ? TOLD : 0);
    List<Link.ToValue> values =
        stored.values().stream().sorted(Comparator.comparingDouble(rating).reversed()).toList();
    Link.ToValue best = values.get(0);
    boolean said = stored.noun() != null && best.attribute().relation() == near;
    if (values.size() > 1 && stored.attribute() == null && !said) {
      Link.ToValue second = values.get(1);
      double margin = rating.applyAsDouble(best) - rating.applyAsDouble(second);
      if (margin < 0.05 && second.attribute() != best.attribute()) {
        doubt(0.5, best.attribute() + " or " + second.attribute());
      }
    }
    Relation holder = best.attribute().relation();
    boolean twins = values.stream().anyMatch(this::twin);
    boolean placed =
        (!twins && (holder == near || holder == focus))
            || (stored.noun() != null && holder == near);
    if (stored.attribute() == null && !placed && scattered(values, best)) {
      doubt(twins ? 0.4 : 0.3, best.text() + " is stored in several tables");
    }
    boolean played = roles.played(best.attribute(), stored.from(), stored.to()) != best.attribute();
    if (!played && !present.contains(best.attribute().relation())) {
      cost += 0.1 * distance(best.attribute().relation());
    }
    return best;
  }

  /** Whether a text stands in a table that says more about the very rows of the focus. */
  private boolean twin(Link.ToValue value) {
    Relation other = value.attribute().relation();
    return other != focus
        && focus
            .key()
            .flatMap(key -> other.attribute(key.name()))
            .filter(Attribute::unique)
            .isPresent();
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

  /** The column that holds what a word measures, such as age for older. */
  Attribute measured(Measure measure) {
    List<Relation> near = new ArrayList<>(List.of(focus));
    present.stream()
        .sorted(Comparator.comparing(Relation::name))
        .filter(relation -> relation != focus)
        .forEach(near::add);
    List<Relation> far =
        schema.relations().stream()
            .filter(relation -> !near.contains(relation) && distance(relation) < FAR)
            .sorted(Comparator.<Relation>comparingInt(this::distance).thenComparing(Relation::name))
            .toList();
    return measured(measure, near)
        .or(() -> only(measure))
        .or(() -> measured(measure, far))
        .orElseThrow(() -> new Unreadable("nothing to measure"));
  }

  /** The one amount rows have, where a word may measure anything. */
  private Optional<Attribute> only(Measure measure) {
    List<Attribute> amounts = Times.amounts(focus);
    if (!measure.anything() || amounts.size() != 1) {
      return Optional.empty();
    }
    doubt(0.1, "measures " + amounts.get(0));
    return Optional.of(amounts.get(0));
  }

  private Optional<Attribute> measured(Measure measure, List<Relation> among) {
    for (String hint : measure.measures()) {
      for (Relation relation : among) {
        List<Attribute> fitting = relation.attributes().stream().filter(a -> a.says(hint)).toList();
        if (fitting.isEmpty()) {
          continue;
        }
        if (fitting.size() > 1) {
          doubt(0.6, "several columns measure " + hint);
        } else if (relation != focus) {
          doubt(0.15, "measures " + fitting.get(0));
        }
        if (!present.contains(relation)) {
          weigh(0.3 + reach(fitting.get(0)), relation + " is not mentioned");
        }
        return Optional.of(fitting.get(0));
      }
    }
    return Optional.empty();
  }

  /** The one column that fits a word that asks without naming. */
  Attribute asked(Part.Asked asked) {
    List<Attribute> open =
        focus.attributes().stream()
            .filter(attribute -> !asked.temporal() || attribute.temporal() || attribute.numeric())
            .filter(attribute -> !attribute.key())
            .filter(attribute -> !attribute.reference())
            .filter(attribute -> attribute.words().stream().anyMatch(asked.words()::contains))
            .toList();
    if (open.isEmpty()) {
      return place(asked);
    }
    List<Attribute> fitting = asked.measures() ? first(asked.words(), open) : open;
    if (fitting.size() > 1 || elsewhere(asked)) {
      doubt(0.8, "which of " + fitting);
    }
    return fitting.get(0);
  }

  /** Those that say the first word that any of them says. */
  private static List<Attribute> first(List<String> words, List<Attribute> open) {
    return words.stream()
        .map(word -> open.stream().filter(each -> each.words().contains(word)).toList())
        .filter(fitting -> !fitting.isEmpty())
        .findFirst()
        .orElse(open);
  }

  /** The name of the one place the rows refer to. */
  private Attribute place(Part.Asked asked) {
    List<Attribute> names =
        schema.references().stream()
            .filter(each -> each.from().relation() == focus && !part(each.from()))
            .map(each -> each.to().relation())
            .filter(other -> other.base() == other)
            .filter(other -> other.words().stream().anyMatch(asked.words()::contains))
            .flatMap(other -> Display.of(other).stream())
            .distinct()
            .toList();
    if (names.size() != 1 || asked.temporal() || asked.measures()) {
      throw new Unreadable("nothing says where, when or how");
    }
    doubt(0.1, "where by " + names.get(0));
    return names.get(0);
  }

  /** Whether a table next to the focus may hold what is asked for as well. */
  private boolean elsewhere(Part.Asked asked) {
    return schema.references().stream()
        .filter(reference -> reference.touches(focus))
        .map(reference -> reference.other(focus))
        .anyMatch(other -> other.words().stream().anyMatch(asked.words()::contains));
  }

  /** The column a number or day is compared with where none is named. */
  Attribute unnamed(String operand) {
    boolean year = operand.matches("1[5-9]\\d\\d|20\\d\\d");
    if (!year && !operand.contains("-")) {
      if (tested == null) {
        throw new Unreadable("a number of what");
      }
      doubt(0.1, "of " + tested);
      return tested;
    }
    return moment(year);
  }

  /** The column of days or points in time that is meant where none is named. */
  Attribute moment(boolean year) {
    List<Relation> order = new ArrayList<>();
    if (near != null) {
      order.add(near);
    }
    order.add(focus);
    present.stream().sorted(Comparator.comparing(Relation::name)).forEach(order::add);
    for (Relation relation : order) {
      List<Attribute> times = Times.likeliest(relation, Times.of(relation, year), cues);
      if (!times.isEmpty()) {
        if (times.size() > 1) {
          doubt(0.4, "which of " + times);
        }
        return times.get(0);
      }
    }
    List<Attribute> anywhere = new ArrayList<>();
    schema.relations().forEach(relation -> anywhere.addAll(Times.of(relation, year)));
    if (anywhere.size() != 1) {
      throw new Unreadable("no column of time");
    }
    doubt(0.1, "of " + anywhere.get(0));
    return anywhere.get(0);
  }
}
