package dev.tributary.nl2sql.internal.frame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in words, the same in every locale: 1,234.5 with at most two decimals. */
public final class Numbers {
  private static final MathContext SHORT = new MathContext(3, RoundingMode.HALF_UP);
  private static final int DECIMALS = 2;

  private Numbers() {}

  /** A number for people. */
  public static String words(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(BigDecimal.ONE) < 0 && exact.signum() != 0) {
      rounded = exact.round(SHORT);
    }
    return grouped(plain(rounded));
  }

  /** How many, for people. */
  public static String count(long count) {
    return grouped(Long.toString(count));
  }

  /** A number with its unit. */
  public static String words(double value, String unit) {
    return unit.isEmpty() || unit.contains(" ") ? words(value) : words(value) + " " + unit;
  }

  /** A part of a whole as a percentage. */
  public static String percent(double part, double whole) {
    return words(Math.round(1000 * part / whole) / 10.0) + " %";
  }

  /** A probability, as it is reported. */
  public static String probability(double p) {
    return p < 0.001
        ? "p < 0.001"
        : "p = " + plain(BigDecimal.valueOf(p).setScale(3, RoundingMode.HALF_UP));
  }

  static String exact(double value) {
    return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : String.valueOf(value);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String grouped(String plain) {
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    int begin = plain.startsWith("-") ? 1 : 0;
    StringBuilder grouped = new StringBuilder(plain);
    for (int at = end - 3; at > begin; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}
