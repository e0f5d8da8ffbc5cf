package dev.tributary.alerts.internal.condition;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them. */
public final class Numbers {
  private static final MathContext DIGITS = new MathContext(6);

  private Numbers() {}

  /**
   * Writes a number.
   *
   * @param value the number
   * @return at most six digits, without trailing zeros; words for what is no number
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "no value" : value > 0 ? "infinity" : "-infinity";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() <= 0 && rounded.precision() - rounded.scale() <= 15
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
