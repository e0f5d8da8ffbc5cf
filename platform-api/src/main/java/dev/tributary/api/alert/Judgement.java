package dev.tributary.api.alert;

import java.util.Locale;

/**
 * What a detector says about one value of a series.
 *
 * @param score how unusual the value is, from 0 to 1; from {@link #ANOMALY} on it is an anomaly. A
 *     detector that reports an incident once keeps the score of the values that follow below it
 * @param deviating whether the value is unusual in itself, also within an incident already reported
 * @param aspect what was looked at, such as {@code spike} or {@code level of the last 8 values}
 * @param observed what that aspect shows: the value itself, or a statistic of the latest values
 * @param expected where it was expected, in the same unit
 */
public record Judgement(
    double score, boolean deviating, String aspect, double observed, ExpectedRange expected) {
  /** The score from which on a value is an anomaly: {@value}. */
  public static final double ANOMALY = 0.5;

  /** Refuses a score outside 0 to 1. */
  public Judgement {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + ": it must lie from 0 to 1");
    }
  }

  /**
   * What is said of a value about which nothing can be said: it is missing, or the series is young.
   *
   * @param observed the value
   * @return a judgement with score 0
   */
  public static Judgement unknown(double observed) {
    return new Judgement(0, false, "unknown", observed, ExpectedRange.unknown());
  }

  /**
   * Tells whether the value is an anomaly to report.
   *
   * @return true from score {@link #ANOMALY} on
   */
  public boolean anomalous() {
    return score >= ANOMALY;
  }

  /**
   * How far what was observed lies outside what was expected.
   *
   * @return above zero if too high, below zero if too low, else zero
   */
  public double deviation() {
    return expected.excess(observed);
  }

  /**
   * How far what was observed lies from the middle of what was expected, in percent of that middle.
   *
   * @return the percentage; NaN if the range is not known or its middle is zero
   */
  public double percentFromExpected() {
    double middle = expected.middle();
    return middle == 0 ? Double.NaN : 100 * (observed - middle) / Math.abs(middle);
  }

  /**
   * The judgement as a sentence.
   *
   * @return such as {@code spike: 930 is above the expected 120 to 410}
   */
  public String summary() {
    double deviation = deviation();
    String position = deviation > 0 ? "above" : deviation < 0 ? "below" : "within";
    return String.format(
        Locale.ROOT,
        "%s: %.6g is %s the expected %.6g to %.6g",
        aspect,
        observed,
        position,
        expected.low(),
        expected.high());
  }
}
