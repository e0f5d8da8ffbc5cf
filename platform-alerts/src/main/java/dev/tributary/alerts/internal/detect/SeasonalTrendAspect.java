package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the latest values together lie from what is usual at their times of the cycle. */
record SeasonalTrendAspect() implements Aspect {
  @Override
  public String title(SeriesPast past) {
    return "distance of the last "
        + SeriesPast.RESIDUALS
        + " values from their "
        + past.cycle().title();
  }

  @Override
  public @Nullable Look look(SeriesPast past, Instant at, double value) {
    double expected = past.seasonal(at);
    if (Double.isNaN(expected)) {
      return null;
    }
    int earlier = SeriesPast.RESIDUALS - 1;
    double sum = past.residuals().sum(0, earlier) + value - expected;
    return new Look(sum / SeriesPast.RESIDUALS, 0);
  }
}
