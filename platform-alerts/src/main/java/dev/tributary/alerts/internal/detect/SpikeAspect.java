package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value against the median of the ones just before: the running median of J. W. Tukey,
 * "Exploratory Data Analysis" (1977), which a single outlier does not move.
 */
record SpikeAspect() implements Aspect {
  private static final int NEIGHBOURS = 9;

  @Override
  public String title(SeriesPast past) {
    return "spike";
  }

  @Override
  public @Nullable Look look(SeriesPast past, Instant at, double value) {
    return past.values().count() == 0 ? null : new Look(value, past.values().median(NEIGHBOURS));
  }
}
