package dev.tributary.alerts.internal.condition;

import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.Condition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Judges by the value of the window one length before. */
final class ChangeJudge implements ConditionJudge {
  private final Condition condition;
  private final EarlierValues values;
  private double earlier = Double.NaN;

  /** Makes a judge of {@link Condition.ChangePercent} or {@link Condition.Spike}. */
  ChangeJudge(Condition condition, int windows) {
    this.condition = condition;
    this.values = new EarlierValues(windows);
  }

  @Override
  public Truth judge(Reading reading, boolean active) {
    earlier = values.earlier();
    values.add(reading.value());
    if (Double.isNaN(reading.value()) || Double.isNaN(earlier)) {
      return Truth.UNKNOWN;
    }
    return holds(reading.value()) ? Truth.TRUE : Truth.FALSE;
  }

  private boolean holds(double value) {
    if (condition instanceof Condition.ChangePercent change) {
      return Math.abs(value - earlier) * 100 > change.percent() * Math.abs(earlier);
    }
    Condition.Spike spike = (Condition.Spike) condition;
    return value >= spike.least() && value >= spike.factor() * earlier;
  }

  @Override
  public String reason(Reading reading) {
    return Numbers.text(reading.value()) + " after " + Numbers.text(earlier) + " one window before";
  }

  @Override
  public boolean settled() {
    return values.uniform();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(earlier);
    values.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    earlier = in.readDouble();
    values.restore(in);
  }
}
