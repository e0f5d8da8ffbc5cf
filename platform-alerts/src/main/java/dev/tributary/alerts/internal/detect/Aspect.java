package dev.tributary.alerts.internal.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One way of looking at a series. */
interface Aspect {
  /** What it is called in a judgement. */
  String title(SeriesPast past);

  /** What is seen when a value comes next; null while the series is too young to tell. */
  @Nullable Look look(SeriesPast past, Instant at, double value);

  /**
   * What is seen, and what it is compared with.
   *
   * @param observed the value, or a statistic of it and the ones before
   * @param reference the same for an earlier time
   */
  record Look(double observed, double reference) {
    double deviation() {
      return observed - reference;
    }
  }
}
