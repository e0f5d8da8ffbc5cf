package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.phrase.Part.Share.Kind;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ratio of one figure to another, each of which is named: orders to customers, late flights to
 * all flights. Either figure is a query of its own; where groups are asked for, both have to be of
 * the same rows.
 */
final class Proportion {
  private final Schema schema;
  private final Cues cues;
  private final Draft draft;
  private final Relation focus;

  Proportion(Schema schema, Cues cues, Draft draft, Relation focus) {
    this.schema = schema;
    this.cues = cues;
    this.draft = draft;
    this.focus = focus;
  }

  /** Whether two figures are named, one on either side. */
  static boolean asked(List<Part> parts) {
    int split = split(parts);
    return parts.contains(new Part.Share(Kind.RATIO, false))
        && split >= 0
        && figures(parts.subList(0, split)).size() == 1
        && figures(parts.subList(split, parts.size())).size() == 1;
  }

  private static int split(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Split) {
        return i;
      }
    }
    return -1;
  }

  private static List<Part.Item> figures(List<Part> parts) {
    return parts.stream()
        .filter(Part.Item.class::isInstance)
        .map(Part.Item.class::cast)
        .filter(item -> item.function() != null)
        .toList();
  }

  Reading compose() {
    List<Part> parts = draft.parts();
    int split = split(parts);
    boolean groups =
        parts.stream().anyMatch(part -> part instanceof Part.Group || part instanceof Part.Spanned);
    if (groups) {
      return ofGroups(split);
    }
    List<Part> divided = new ArrayList<>(parts.subList(0, split));
    divided.removeIf(Part.Share.class::isInstance);
    List<Part> by = parts.subList(split + 1, parts.size());
    Reading below = half(by, focus(figures(by).get(0).of()));
    divided.addAll(shared(half(divided, focus), below, parts.get(split), by));
    Reading above = half(divided, focus);
    Query query = above.query();
    Expression ratio =
        new Expression.Ratio(query.select().get(0), new Expression.Answer(below.query()), false);
    List<String> doubts = new ArrayList<>(above.doubts());
    doubts.addAll(below.doubts());
    return new Reading(
        new Query(
            List.of(ratio),
            false,
            query.from(),
            query.joins(),
            query.where(),
            List.of(),
            List.of(),
            List.of(),
            0,
            null),
        draft,
        draft.cost() + above.cost() + below.cost(),
        above.risk() + below.risk(),
        doubts);
  }

  /** Both figures are of the same rows, so that one is enough. */
  private Reading ofGroups(int split) {
    List<Part> parts = new ArrayList<>(draft.parts());
    Part.Item above = figures(parts.subList(0, split)).get(0);
    Part.Item below = figures(parts.subList(split, parts.size())).get(0);
    if (above.function() != below.function() || !above.of().links().equals(below.of().links())) {
      throw new Unreadable("a ratio of different rows for each");
    }
    parts.remove(below);
    return new Composer(schema, cues, with(parts, draft.cost()), focus, false).compose();
  }

  private static Relation focus(Mention of) {
    return of.links().get(0) instanceof Link.ToAttribute(var amount, var fit, var named)
        ? amount.relation()
        : Focus.relation(of);
  }

  /** One figure of all rows that are meant. */
  private Reading half(List<Part> parts, Relation focus) {
    Reading half = new Composer(schema, cues, with(parts, 0), focus, true).compose();
    Query query = half.query();
    boolean one =
        query.select().size() == 1
            && query.select().get(0).gathers()
            && query.groupBy().isEmpty()
            && query.having().isEmpty()
            && query.limit() == 0;
    if (!one) {
      throw new Unreadable("no figure to divide");
    }
    return half;
  }

  private Draft with(List<Part> parts, double cost) {
    return new Draft(
        parts,
        draft.stance(),
        draft.figures(),
        draft.distinct(),
        draft.or(),
        draft.unknown(),
        cost);
  }

  /**
   * What is said last may be said of both: flights above and below a price, in 2020; late flights
   * out of all flights from Rome.
   */
  private static List<Part> shared(Reading above, Reading below, Part split, List<Part> by) {
    List<Condition> where = below.query().where();
    List<Part> last = last(by);
    if (last.isEmpty() || where.size() < last.size()) {
      return List.of();
    }
    int told = where.size() - last.size();
    Set<Attribute> divided = told(above.query().where());
    if (divided.containsAll(told(where.subList(told, where.size())))) {
      return List.of();
    }
    boolean all = split instanceof Part.Split(boolean every) && every;
    Set<Attribute> rest = told(where.subList(0, told));
    rest.retainAll(divided);
    if (timed(last.get(0)) || !rest.isEmpty() || (all && told == 0 && !divided.isEmpty())) {
      return last;
    }
    throw new Unreadable("said of one or of both");
  }

  /** What is said at the end; of a span of time, both of its bounds. */
  private static List<Part> last(List<Part> by) {
    int from = by.size();
    while (from > 0 && timed(by.get(from - 1))) {
      from--;
    }
    Part end = by.get(by.size() - 1);
    boolean one = from == by.size() && Parts.restricts(end) && !(end instanceof Part.Context);
    return by.subList(one ? from - 1 : from, by.size());
  }

  private static boolean timed(Part part) {
    return part instanceof Part.Compared compared
        && (compared.operand() instanceof Part.Words || compared.attribute() == null);
  }

  /** The columns conditions are about. */
  private static Set<Attribute> told(List<Condition> conditions) {
    Set<Attribute> told = new HashSet<>();
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Comparison(Expression.Values(var of), var operator, var right) ->
            told.add(of);
        case Condition.Comparison ignored -> {}
        case Condition.Like like -> told.add(like.attribute());
        case Condition.Missing missing -> told.add(missing.attribute());
        case Condition.Among among -> told.add(among.attribute());
        case Condition.Matched ignored -> {}
        case Condition.Either either -> told.addAll(told(either.choices()));
        case Condition.Both both -> told.addAll(told(both.parts()));
      }
    }
    return told;
  }
}
