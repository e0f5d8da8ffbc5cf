package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table a question is about, among those it mentions. */
final class Focus {
  private Focus() {}

  /** Columns are likeliest those of the table that is named next. */
  static void weigh(Draft draft, Choice choice) {
    Set<Relation> mentioned = mentioned(draft);
    boolean columns =
        draft.parts().stream()
            .filter(Part.Item.class::isInstance)
            .findFirst()
            .map(part -> !((Part.Item) part).of().table())
            .orElse(false);
    if (columns && !mentioned.isEmpty()) {
      boolean named =
          draft.parts().stream()
              .filter(Part.Item.class::isInstance)
              .map(part -> ((Part.Item) part).of().links().get(0))
              .anyMatch(link ->
                  link instanceof Link.ToAttribute to
                      && to.named()
                      && to.attribute().relation() == choice.focus());
      Relation told = told(draft);
      if (told != null && !named) {
        if (told != choice.focus()) {
          choice.weigh(0.3, choice.focus() + " is not what is named");
        }
      } else if (!mentioned.contains(choice.focus()) && !named) {
        boolean same = mentioned.stream().anyMatch(choice::extendedBy);
        choice.weigh(same ? 0.1 : figured(draft) ? 0.3 : 0.6, choice.focus() + " is not mentioned");
      } else if (owner(draft) != choice.focus() && !named) {
        choice.weigh(0.15, choice.focus() + " is mentioned late");
      }
    }
  }

  /** The names of the sprinters: the table of a text that says whose columns are shown. */
  private static @Nullable Relation told(Draft draft) {
    Part before = null;
    for (Part part : draft.parts()) {
      if (before instanceof Part.Item item
          && item.function() == null
          && part instanceof Part.Stored stored
          && stored.attribute() == null
          && stored.noun() == null
          && !stored.negated()
          && stored.from() <= item.of().to() + 3) {
        Relation first = stored.values().get(0).attribute().relation();
        boolean one =
            stored.values().stream().allMatch(each -> each.attribute().relation() == first);
        boolean has = item.of().links().stream().anyMatch(link -> of(link, first));
        return one && has ? first : null;
      }
      if (!(part instanceof Part.Item)) {
        return null;
      }
      before = part;
    }
    return null;
  }

  private static boolean of(Link link, Relation relation) {
    return link instanceof Link.ToAttribute to && to.attribute().relation() == relation;
  }

  /** Whether a figure is shown or ordered by: it may well be one of rows that nobody names. */
  private static boolean figured(Draft draft) {
    return draft.parts().stream().anyMatch(Focus::figures);
  }

  private static boolean figures(Part part) {
    return switch (part) {
      case Part.Tally tally -> true;
      case Part.Item item -> item.function() != null;
      case Part.Sort sort -> sort.function() != null;
      case Part.Extreme extreme -> extreme.function() != null;
      default -> false;
    };
  }

  /** The first table mentioned that is not just counted; of none, the first counted. */
  private static @Nullable Relation owner(Draft draft) {
    Relation counted = null;
    boolean figured = false;
    for (Part part : draft.parts()) {
      boolean figure = part instanceof Part.Item item && item.function() != null;
      figured |= figure;
      Mention table = figured && part instanceof Part.Group ? null : Parts.table(part);
      if (table != null && (figure || part instanceof Part.Counted)) {
        counted = counted == null ? relation(table) : counted;
      } else if (table != null) {
        return relation(table);
      }
    }
    return counted;
  }

  /** The tables that are mentioned and not to be left out. */
  static Set<Relation> mentioned(Draft draft) {
    Set<Relation> mentioned = new LinkedHashSet<>();
    boolean not = false;
    for (Part part : draft.parts()) {
      not = part instanceof Part.Not || (not && !(part instanceof Part.Still));
      Mention mention = Parts.table(part);
      if (mention != null && !not) {
        mentioned.add(relation(mention));
      }
    }
    return mentioned;
  }

  /** The tables that are mentioned, be it in the name of a column only, as in paragraph text. */
  static Set<Relation> named(Draft draft) {
    Set<Relation> named = mentioned(draft);
    draft.parts().stream()
        .filter(Part.Item.class::isInstance)
        .flatMap(part -> ((Part.Item) part).of().links().stream())
        .forEach(link -> {
          if (link instanceof Link.ToAttribute to && to.named()) {
            named.add(to.attribute().relation());
          }
        });
    return named;
  }

  /** The table words stand for. */
  static Relation relation(Mention mention) {
    return ((Link.ToRelation) mention.links().get(0)).relation();
  }
}
