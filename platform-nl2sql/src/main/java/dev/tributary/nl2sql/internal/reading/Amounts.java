package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the column that is meant by a word that asks or measures without naming one. */
final class Amounts {
  private final Schema schema;
  private final Choice choice;

  Amounts(Schema schema, Choice choice) {
    this.schema = schema;
    this.choice = choice;
  }

  /** The column that holds what a word measures, such as age for older. */
  Attribute measured(Measure measure) {
    Relation pointed = choice.pointed();
    Relation first = pointed == null ? choice.focus() : pointed;
    List<Relation> near = new ArrayList<>(List.of(first));
    Stream.concat(
            Stream.of(choice.focus()),
            choice.mentioned().stream().sorted(Comparator.comparing(Relation::name)))
        .filter(relation -> !near.contains(relation))
        .forEach(near::add);
    return measured(measure, near)
        .or(() -> time(measure))
        .or(() -> only(measure))
        .or(() -> measured(measure, beyond(near)))
        .orElseThrow(() -> new Unreadable("nothing to measure"));
  }

  private List<Relation> beyond(List<Relation> near) {
    return schema.relations().stream()
        .filter(relation -> !near.contains(relation) && choice.distance(relation) < Choice.FAR)
        .sorted(Comparator.<Relation>comparingInt(choice::distance).thenComparing(Relation::name))
        .toList();
  }

  /** The one time rows have, where the newest or the last is meant. */
  private Optional<Attribute> time(Measure measure) {
    List<Attribute> times =
        measure.measures().contains("date")
            ? Times.likeliest(choice.focus(), Times.of(choice.focus(), false), choice.cues())
            : List.of();
    return times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty();
  }

  /** The one amount rows have, where a word may measure anything. */
  private Optional<Attribute> only(Measure measure) {
    List<Attribute> amounts = choice.focus().amounts();
    if (!measure.anything() || amounts.size() != 1) {
      return Optional.empty();
    }
    choice.doubt(0.1, "measures " + amounts.get(0));
    return Optional.of(amounts.get(0));
  }

  private Optional<Attribute> measured(Measure measure, List<Relation> among) {
    for (String hint : measure.measures()) {
      for (Relation relation : among) {
        List<Attribute> fitting =
            relation.attributes().stream()
                .filter(each -> each.amount() && choice.cues().same(each.words(), hint))
                .toList();
        if (fitting.isEmpty()) {
          continue;
        }
        if (fitting.size() > 1) {
          choice.doubt(0.6, "several columns measure " + hint);
        } else if (relation != among.get(0)) {
          choice.doubt(0.15, "measures " + fitting.get(0));
        }
        if (!choice.mentions(relation)) {
          choice.weigh(0.3 + choice.reach(fitting.get(0)), relation + " is not mentioned");
        }
        return Optional.of(fitting.get(0));
      }
    }
    return Optional.empty();
  }

  /** The one column that fits a word that asks without naming. */
  Attribute asked(Part.Asked asked) {
    List<Attribute> open =
        choice.focus().attributes().stream()
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
      choice.doubt(0.8, "which of " + fitting);
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
            .filter(each ->
                each.from().relation() == choice.focus() && !choice.roles().part(each.from()))
            .map(each -> each.to().relation())
            .filter(other -> other.base() == other)
            .filter(other -> other.words().stream().anyMatch(asked.words()::contains))
            .flatMap(other -> Display.of(other).stream())
            .distinct()
            .toList();
    if (names.size() != 1 || asked.temporal() || asked.measures()) {
      throw new Unreadable("nothing says where, when or how");
    }
    choice.doubt(0.1, "where by " + names.get(0));
    return names.get(0);
  }

  /** Whether a table next to the focus may hold what is asked for as well. */
  private boolean elsewhere(Part.Asked asked) {
    return schema.references().stream()
        .filter(reference -> reference.touches(choice.focus()))
        .map(reference -> reference.other(choice.focus()))
        .anyMatch(other -> other.words().stream().anyMatch(asked.words()::contains));
  }
}
