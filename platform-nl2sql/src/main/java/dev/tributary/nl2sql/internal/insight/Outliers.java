package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Insight.Severity;
import dev.tributary.nl2sql.internal.frame.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Numbers far from the others, by the modified z-score of B. Iglewicz and D. C. Hoaglin, How to
 * Detect and Handle Outliers (1993): 0.6745 times the distance from the median over the median
 * distance, beyond 3.5.
 */
final class Outliers {
  private static final double TO_SIGMA = 0.6745;
  private static final double FAR = 3.5;
  private static final int ENOUGH = 8;
  private static final int NAMED = 3;

  private Outliers() {}

  static Optional<Insight> of(Series series) {
    double[] values = series.values();
    if (values.length < ENOUGH) {
      return Optional.empty();
    }
    double median = Statistics.median(values);
    double deviation = Statistics.medianDeviation(values, median);
    if (deviation == 0) {
      return Optional.empty();
    }
    List<Series.Point> far =
        series.points().stream()
            .filter(point -> TO_SIGMA * Math.abs(point.value() - median) / deviation > FAR)
            .sorted(
                Comparator.comparingDouble((Series.Point point) -> Math.abs(point.value() - median))
                    .reversed())
            .toList();
    return far.isEmpty() ? Optional.empty() : Optional.of(insight(series, far, median, deviation));
  }

  private static Insight insight(
      Series series, List<Series.Point> far, double median, double deviation) {
    String names =
        far.stream()
            .limit(NAMED)
            .map(point ->
                point.label()
                    + " with "
                    + series.words(point.value())
                    + " (robust z "
                    + Numbers.words(TO_SIGMA * (point.value() - median) / deviation)
                    + ")")
            .collect(Collectors.joining(", "));
    String more = far.size() > NAMED ? " and " + (far.size() - NAMED) + " more" : "";
    return new Insight(
        "outlier",
        series.overTime() ? Severity.HIGH : Severity.MEDIUM,
        "Far from the median of " + series.words(median) + ": " + names + more + ".");
  }
}
