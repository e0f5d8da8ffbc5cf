package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import java.math.BigDecimal;
import java.util.Objects;

/** Whether two comparisons of one column can hold at once. */
final class Ranges {
  private Ranges() {}

  static boolean apart(Part.Compared one, Part.Compared other) {
    if (!(one.operand() instanceof Part.Digits a) || !(other.operand() instanceof Part.Digits b)) {
      return false;
    }
    boolean same =
        one.attribute() == null
            || other.attribute() == null
            || Objects.equals(one.attribute().links(), other.attribute().links());
    BigDecimal first = new BigDecimal(a.digits());
    BigDecimal second = new BigDecimal(b.digits());
    return same
        && (below(one.operator(), first, other.operator(), second)
            || below(other.operator(), second, one.operator(), first));
  }

  private static boolean below(Operator low, BigDecimal most, Operator high, BigDecimal least) {
    return (low == Operator.LESS || low == Operator.AT_MOST)
        && (high == Operator.MORE || high == Operator.AT_LEAST)
        && most.compareTo(least) <= 0;
  }
}
