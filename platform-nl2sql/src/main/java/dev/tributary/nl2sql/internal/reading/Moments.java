package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the column of time that is meant where none is named: of the table whose column the
 * question says a word of; else of the rows a figure is made of; else of what was said last.
 */
final class Moments {
  /** A word that tells the column is a word that means something. */
  private static final double TOLD = -0.1;

  private final Schema schema;
  private final Choice choice;
  private final Set<Relation> figured = new LinkedHashSet<>();

  Moments(Schema schema, Choice choice, Draft draft) {
    this.schema = schema;
    this.choice = choice;
    draft.parts().stream().flatMap(Moments::figured).forEach(figured::add);
  }

  /** The rows a figure is made of. */
  private static Stream<Relation> figured(Part part) {
    return switch (part) {
      case Part.Item item when item.function() != null -> owner(item.of());
      case Part.Extreme extreme when extreme.function() != null || extreme.of().table() ->
          owner(extreme.of());
      default -> Stream.empty();
    };
  }

  private static Stream<Relation> owner(Mention of) {
    List<Relation> owners =
        of.links().stream()
            .map(link ->
                link instanceof Link.ToAttribute to
                    ? to.attribute().relation()
                    : ((Link.ToRelation) link).relation())
            .distinct()
            .toList();
    return owners.size() == 1 ? owners.stream() : Stream.empty();
  }

  /**
   * The column.
   *
   * @param year whether one that holds years will do
   */
  Attribute of(boolean year) {
    List<Relation> order =
        order().stream().filter(relation -> !Times.of(relation, year).isEmpty()).toList();
    List<Relation> told =
        order.stream()
            .filter(relation -> Times.told(relation, Times.of(relation, year), choice.cues()))
            .toList();
    if (told.size() == 1 && order.size() > 1) {
      choice.charge(TOLD);
    }
    for (Relation relation : told.size() == 1 ? told : order) {
      List<Attribute> times = Times.likeliest(relation, Times.of(relation, year), choice.cues());
      if (!times.isEmpty()) {
        if (times.size() > 1) {
          choice.doubt(0.4, "which of " + times);
        }
        Relation near = choice.near();
        if (told.size() != 1 && near != null && near != relation && order.contains(near)) {
          choice.doubt(0.3, "the time of " + relation + " or of " + near);
        }
        return times.get(0);
      }
    }
    return anywhere(year);
  }

  private Set<Relation> order() {
    Set<Relation> order = new LinkedHashSet<>();
    Relation near = choice.near();
    if (figured.size() == 1 && (near == null || !several(figured.iterator().next(), near))) {
      order.addAll(figured);
    }
    if (near != null) {
      order.add(near);
    }
    order.add(choice.focus());
    choice.mentioned().stream().sorted(Comparator.comparing(Relation::name)).forEach(order::add);
    return order;
  }

  /** Customers who made an order in May: it is the orders that were made then. */
  private boolean several(Relation of, Relation other) {
    return JoinTree.connect(schema, of, List.of(other), choice::cued)
        .filter(tree -> tree.fansOut(of))
        .isPresent();
  }

  private Attribute anywhere(boolean year) {
    List<Attribute> anywhere = new ArrayList<>();
    schema.relations().forEach(relation -> anywhere.addAll(Times.of(relation, year)));
    if (anywhere.size() != 1) {
      throw new Unreadable("no column of time");
    }
    choice.doubt(0.1, "of " + anywhere.get(0));
    return anywhere.get(0);
  }
}
