package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Insight.Severity;
import dev.tributary.nl2sql.internal.lineage.Operation;
import java.time.Instant;

/** Days, months and years that are not over yet: their numbers say nothing about a course. */
final class Periods {
  private Periods() {}

  static boolean unfinished(Series series, Instant readAt) {
    if (series.points().size() < 2 || series.axis().operation() != Operation.SPAN) {
      return false;
    }
    String last = last(series);
    String now = readAt.toString();
    // A span that was cut down to its first instant still shows where it began.
    String bare = last.replaceFirst("[T ]00:00(:00)?(\\.0+)?(Z|\\+00(:00)?)?$", "");
    return !bare.isEmpty() && now.startsWith(monthly(series) ? month(bare) : bare);
  }

  private static boolean monthly(Series series) {
    return series.points().stream().allMatch(point -> point.label().matches("\\d{4}-\\d{2}-01.*"));
  }

  private static String month(String day) {
    return day.substring(0, "yyyy-MM".length());
  }

  static Insight insight(Series series) {
    Series.Point last = series.points().get(series.points().size() - 1);
    return new Insight(
        "unfinished",
        Severity.LOW,
        last.label() + " is not over yet; " + series.words(last.value()) + " so far.");
  }

  private static String last(Series series) {
    return series.points().get(series.points().size() - 1).label();
  }
}
