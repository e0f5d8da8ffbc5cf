package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mean of the latest values against the mean of four times as many before them: the comparison
 * of two adjacent windows of D. Kifer, S. Ben-David, J. Gehrke, "Detecting Change in Data Streams",
 * VLDB 2004, for the mean.
 *
 * @param length how many values are the latest ones
 */
record LevelAspect(int length) implements Aspect {
  static final int EARLIER = 4;

  @Override
  public String title(SeriesPast past) {
    return "level of the last " + length + " values";
  }

  @Override
  public @Nullable Look look(SeriesPast past, Instant at, double value) {
    return compare(past.values(), value, length);
  }

  static @Nullable Look compare(RecentValues values, double next, int length) {
    if (values.count() < (long) length * (1 + EARLIER)) {
      return null;
    }
    double latest = (values.sum(0, length - 1) + next) / length;
    double earlier = values.sum(length - 1, length * EARLIER) / (length * EARLIER);
    return new Look(latest, earlier);
  }
}
