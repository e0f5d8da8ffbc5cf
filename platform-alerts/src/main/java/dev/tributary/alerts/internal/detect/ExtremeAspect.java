package dev.tributary.alerts.internal.detect;

import java.time.Instant;

/** The value itself, against everything there was. */
record ExtremeAspect() implements Aspect {
  @Override
  public String title(SeriesPast past) {
    return "extreme";
  }

  @Override
  public Look look(SeriesPast past, Instant at, double value) {
    return new Look(value, 0);
  }
}
