package dev.tributary.api.alert;

/**
 * Where a value was expected, by what came before it.
 *
 * @param low the least usual value, or negative infinity where nothing is known
 * @param high the greatest usual value, or positive infinity where nothing is known
 */
public record ExpectedRange(double low, double high) {
  private static final ExpectedRange UNKNOWN =
      new ExpectedRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Refuses bounds that are no numbers, or in the wrong order. */
  public ExpectedRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "expected range from " + low + " to " + high + ": the first must not exceed the second");
    }
  }

  /**
   * The range of a series that is too young to expect anything.
   *
   * @return every value
   */
  public static ExpectedRange unknown() {
    return UNKNOWN;
  }

  /**
   * The value in the middle.
   *
   * @return the middle, NaN where a bound is not known
   */
  public double middle() {
    return Double.isInfinite(low) || Double.isInfinite(high) ? Double.NaN : low + (high - low) / 2;
  }

  /**
   * How far a value lies outside.
   *
   * @param value the value
   * @return above zero beyond the upper bound, below zero under the lower one, else zero
   */
  public double excess(double value) {
    if (value > high) {
      return value - high;
    }
    return value < low ? value - low : 0;
  }
}
