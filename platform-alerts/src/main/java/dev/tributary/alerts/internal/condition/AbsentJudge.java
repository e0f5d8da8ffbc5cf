package dev.tributary.alerts.internal.condition;

import dev.tributary.alerts.internal.window.Reading;

/** Judges by whether there is any event. */
record AbsentJudge() implements ConditionJudge {

  @Override
  public Truth judge(Reading reading, boolean active) {
    return reading.count() == 0 ? Truth.TRUE : Truth.FALSE;
  }

  @Override
  public String reason(Reading reading) {
    return reading.count() == 0 ? "there is no event" : "events: " + reading.count();
  }
}
