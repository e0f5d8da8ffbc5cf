package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mean step between neighbours among the latest values against the one before: as {@link
 * LevelAspect}, for the mean absolute successive difference of J. von Neumann, "Distribution of the
 * ratio of the mean square successive difference to the variance", Annals of Mathematical
 * Statistics 12 (1941).
 *
 * @param length how many values are the latest ones
 */
record RoughnessAspect(int length) implements Aspect {
  @Override
  public String title(SeriesPast past) {
    return "step between the last " + length + " values";
  }

  @Override
  public @Nullable Look look(SeriesPast past, Instant at, double value) {
    return LevelAspect.compare(past.steps(), past.step(value), length);
  }
}
