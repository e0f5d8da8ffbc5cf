package dev.tributary.alerts.internal.condition;

import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Judges by a detector, which learns every value after judging it. */
final class AnomalyJudge implements ConditionJudge {
  private final StreamingDetector detector;
  private String reason = "";
  private @Nullable Judgement judgement;
  private boolean learning = true;

  AnomalyJudge(StreamingDetector detector) {
    this.detector = detector;
  }

  @Override
  public Truth judge(Reading reading, boolean active) {
    Judgement latest = detector.judge(reading.instant(), reading.value());
    judgement = latest;
    if (learning) {
      detector.learn(reading.instant(), reading.value());
    }
    if (Double.isNaN(reading.value())) {
      return Truth.UNKNOWN;
    }
    reason = latest.summary();
    return latest.deviating() ? Truth.TRUE : Truth.FALSE;
  }

  @Override
  public String reason(Reading reading) {
    return reason;
  }

  @Override
  public @Nullable Judgement judgement() {
    return judgement;
  }

  @Override
  public void learn(boolean on) {
    learning = on;
  }

  @Override
  public boolean settled() {
    return false;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(reason);
    out.writeBoolean(learning);
    detector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reason = in.readUTF();
    learning = in.readBoolean();
    detector.restore(in);
  }
}
