package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Insight.Severity;
import dev.tributary.nl2sql.internal.frame.Numbers;
import java.util.List;
import java.util.Optional;

/** What there is to say of names with numbers. */
final class Ranking {
  private static final double MOST_OF_IT = 0.8;
  private static final int ENOUGH = 5;

  private Ranking() {}

  /** Who has the most, and which part of all that is. */
  static Optional<Insight> leader(Series series) {
    List<Series.Point> ranked = series.descending();
    if (ranked.size() < 2 || ranked.get(0).value() == ranked.get(1).value()) {
      return Optional.empty();
    }
    Series.Point first = ranked.get(0);
    String lead = first.label() + " leads with " + series.words(first.value());
    if (!series.additive() || series.sum() <= 0) {
      return Optional.of(
          new Insight(
              "leader", Severity.LOW, lead + ", before " + next(series, ranked.get(1)) + "."));
    }
    double share = first.value() / series.sum();
    String of = series.whole() ? "" : " of the " + ranked.size() + " shown";
    return Optional.of(
        new Insight(
            "leader",
            share >= 0.5 ? Severity.HIGH : Severity.MEDIUM,
            lead
                + " of "
                + series.words(series.sum())
                + " ("
                + Numbers.percent(first.value(), series.sum())
                + of
                + "), before "
                + next(series, ranked.get(1))
                + "."));
  }

  private static String next(Series series, Series.Point second) {
    return second.label() + " with " + series.words(second.value());
  }

  /** How few make up most of it. */
  static Optional<Insight> concentration(Series series) {
    List<Series.Point> ranked = series.descending();
    if (!series.whole() || !series.additive() || ranked.size() <= ENOUGH || series.sum() <= 0) {
      return Optional.empty();
    }
    double reached = 0;
    int count = 0;
    while (reached < MOST_OF_IT * series.sum()) {
      reached += ranked.get(count++).value();
    }
    if (count > ranked.size() / 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Insight(
            "concentration",
            Severity.MEDIUM,
            count
                + " of "
                + ranked.size()
                + " make up "
                + Numbers.percent(reached, series.sum())
                + "."));
  }

  /** From where to where the numbers go. */
  static Optional<Insight> spread(Series series) {
    List<Series.Point> ranked = series.descending();
    if (ranked.size() < 3) {
      return Optional.empty();
    }
    Series.Point most = ranked.get(0);
    Series.Point least = ranked.get(ranked.size() - 1);
    if (most.value() == least.value()) {
      return Optional.of(
          new Insight(
              "spread",
              Severity.LOW,
              "All " + ranked.size() + " are equal: " + series.words(most.value()) + "."));
    }
    return Optional.of(
        new Insight(
            "spread",
            Severity.LOW,
            "The values go from "
                + series.words(least)
                + " to "
                + series.words(most)
                + "; the median is "
                + series.words(Statistics.median(series.values()))
                + "."));
  }
}
