package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Insight.Severity;
import dev.tributary.nl2sql.internal.frame.Numbers;
import java.util.List;
import java.util.Optional;

/** What there is to say of numbers over time. */
final class Course {
  private static final double CERTAIN = 0.05;
  private static final double LARGE = 0.5;

  private Course() {}

  /** What has changed between the first and the last. */
  static Optional<Insight> change(Series series) {
    if (series.points().size() < 2) {
      return Optional.empty();
    }
    Series.Point first = series.points().get(0);
    Series.Point last = series.points().get(series.points().size() - 1);
    double change = last.value() - first.value();
    String text = (change == 0 ? "The same at the end as at the beginning: " : "") + series.span();
    boolean relative = first.value() > 0 && change != 0;
    String by =
        change == 0
            ? "."
            : (change > 0 ? ", up by " : ", down by ")
                + series.words(Math.abs(change))
                + (relative ? " (" + Numbers.percent(Math.abs(change), first.value()) + ")." : ".");
    boolean large = relative && Math.abs(change) / first.value() >= LARGE;
    return Optional.of(
        new Insight(
            "change",
            large ? Severity.MEDIUM : Severity.LOW,
            (change == 0 ? "" : "From ") + text + by));
  }

  /** Whether it goes one way. */
  static Optional<Insight> trend(Series series) {
    int size = series.points().size();
    if (size < MannKendall.LEAST || size > MannKendall.MOST) {
      return Optional.empty();
    }
    MannKendall test = MannKendall.of(series.values());
    String by = " (Mann-Kendall test, " + Numbers.probability(test.p()) + ")";
    if (test.p() >= CERTAIN || test.slope() == 0) {
      return Optional.of(
          new Insight("trend", Severity.LOW, "No trend over " + size + " points" + by + "."));
    }
    return Optional.of(
        new Insight(
            "trend",
            Severity.HIGH,
            (test.slope() > 0 ? "Rising" : "Falling")
                + " by about "
                + series.words(Math.abs(test.slope()))
                + " from one point to the next"
                + by
                + "."));
  }

  /** When it was highest and lowest. */
  static Optional<Insight> peak(Series series) {
    List<Series.Point> ranked = series.descending();
    if (ranked.size() < 3 || ranked.get(0).value() == ranked.get(1).value()) {
      return Optional.empty();
    }
    Series.Point most = ranked.get(0);
    Series.Point least = ranked.get(ranked.size() - 1);
    return Optional.of(
        new Insight(
            "peak",
            Severity.LOW,
            "Highest with " + series.words(most) + ", lowest with " + series.words(least) + "."));
  }
}
