package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.query.Query.Combination;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two tests that no single row can pass, as in both 2014 and 2015, are asked of two rows: the query
 * is made once with each, and the results are intersected.
 */
final class Pairing {
  private final Schema schema;
  private final Cues cues;
  private final Draft draft;
  private final Relation focus;
  private final Roles roles;

  Pairing(Schema schema, Cues cues, Draft draft, Relation focus) {
    this.schema = schema;
    this.cues = cues;
    this.draft = draft;
    this.focus = focus;
    this.roles = new Roles(schema, cues, draft, focus);
  }

  Reading compose() {
    List<Part> parts = draft.parts();
    if (Proportion.asked(parts)) {
      return new Proportion(schema, cues, draft, focus).compose();
    }
    if (parts.stream().anyMatch(Part.Share.class::isInstance)) {
      return new Composer(schema, cues, draft, focus, false).compose();
    }
    int both = both(parts);
    int first = next(parts, both + 1);
    int second = first < 0 ? -1 : next(parts, first + 1);
    if (both >= 0 && second < 0) {
      throw new Unreadable("both of what");
    }
    if (both < 0 && (second < 0 || !apart(parts.get(first), parts.get(second)))) {
      return new Composer(schema, cues, draft, focus, false).compose();
    }
    Reading one = without(second);
    Reading other = without(first);
    Query query = one.query();
    if (!query.groupBy().isEmpty() || !query.orderBy().isEmpty() || query.limit() > 0) {
      throw new Unreadable("both of a figure");
    }
    Query paired =
        new Query(
            query.select(),
            false,
            query.from(),
            query.joins(),
            query.where(),
            query.groupBy(),
            query.having(),
            query.orderBy(),
            query.limit(),
            new Query.Also(Combination.INTERSECT, other.query()));
    return new Reading(
        paired,
        draft,
        Math.max(one.cost(), other.cost()) + 0.05,
        Math.max(one.risk(), other.risk()),
        one.doubts());
  }

  private static int both(List<Part> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Both) {
        return i;
      }
    }
    return -1;
  }

  private static int next(List<Part> parts, int from) {
    for (int i = from; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Part.Not) {
        return -1;
      }
      if (part instanceof Part.Stored || part instanceof Part.Compared) {
        return i;
      }
    }
    return -1;
  }

  /** Two texts one column cannot hold at once, or two numbers it cannot lie between. */
  private boolean apart(Part first, Part second) {
    if (first instanceof Part.Stored one
        && second instanceof Part.Stored other
        && !other.or()
        && !one.negated()
        && !other.negated()) {
      Optional<Attribute> here = roles.told(one);
      if (here.isPresent() && roles.told(other).filter(there -> there != here.get()).isPresent()) {
        return false;
      }
      return one.values().get(0).attribute() == other.values().get(0).attribute()
          && !one.values().get(0).text().equals(other.values().get(0).text());
    }
    return first instanceof Part.Compared one
        && second instanceof Part.Compared other
        && !other.or()
        && Ranges.apart(one, other);
  }

  private Reading without(int left) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < draft.parts().size(); i++) {
      Part part = draft.parts().get(i);
      if (i != left && !(part instanceof Part.Both)) {
        parts.add(part instanceof Part.Compared compared ? alone(compared) : part);
      }
    }
    return new Composer(schema, cues, draft.saying(parts), focus, true).compose();
  }

  private static Part alone(Part.Compared compared) {
    return new Part.Compared(compared.attribute(), compared.operator(), compared.operand(), false);
  }
}
