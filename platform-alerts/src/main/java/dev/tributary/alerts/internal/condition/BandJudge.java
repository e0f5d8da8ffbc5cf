package dev.tributary.alerts.internal.condition;

import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.Condition;

/** Judges by bounds, narrower ones for the end of an alert than for its beginning. */
record BandJudge(Condition.Outside condition) implements ConditionJudge {

  @Override
  public Truth judge(Reading reading, boolean active) {
    if (Double.isNaN(reading.value())) {
      return Truth.UNKNOWN;
    }
    Condition.Band band = active ? condition.recovered() : condition.normal();
    return band.holds(reading.value()) ? Truth.FALSE : Truth.TRUE;
  }

  @Override
  public String reason(Reading reading) {
    double value = reading.value();
    Condition.Band band = condition.normal();
    if (value > band.high()) {
      return Numbers.text(value) + " is above " + Numbers.text(band.high());
    }
    if (value < band.low()) {
      return Numbers.text(value) + " is below " + Numbers.text(band.low());
    }
    return Numbers.text(value) + " is within bounds";
  }
}
