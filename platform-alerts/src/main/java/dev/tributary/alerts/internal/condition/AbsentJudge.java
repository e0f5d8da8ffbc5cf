package dev.tributary.alerts.internal.condition;

import java.io.DataInput;
import java.io.DataOutput;

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

  @Override
  public boolean settled() {
    return true;
  }

  @Override
  public void save(DataOutput out) {}

  @Override
  public void restore(DataInput in) {}
}
