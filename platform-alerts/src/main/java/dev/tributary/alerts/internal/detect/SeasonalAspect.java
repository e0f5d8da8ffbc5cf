package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The value against what is usual at its time of the cycle; see {@link SeasonalProfile}. */
record SeasonalAspect() implements Aspect {
  @Override
  public String title(SeriesPast past) {
    return past.cycle().title();
  }

  @Override
  public @Nullable Look look(SeriesPast past, Instant at, double value) {
    double expected = past.seasonal(at);
    return Double.isNaN(expected) ? null : new Look(value, expected);
  }
}
