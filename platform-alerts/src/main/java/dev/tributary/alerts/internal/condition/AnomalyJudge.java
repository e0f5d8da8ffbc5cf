package dev.tributary.alerts.internal.condition;

import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Judges by a detector, which learns every value after judging it. */
final class AnomalyJudge implements ConditionJudge {
  private final StreamingDetector detector;
  private String reason = "";

  AnomalyJudge(StreamingDetector detector) {
    this.detector = detector;
  }

  @Override
  public Truth judge(Reading reading, boolean active) {
    Judgement judgement = detector.judge(reading.instant(), reading.value());
    detector.learn(reading.instant(), reading.value());
    if (Double.isNaN(reading.value())) {
      return Truth.UNKNOWN;
    }
    reason = judgement.summary();
    return judgement.deviating() ? Truth.TRUE : Truth.FALSE;
  }

  @Override
  public String reason(Reading reading) {
    return reason;
  }

  @Override
  public boolean settled() {
    return false;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(reason);
    detector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reason = in.readUTF();
    detector.restore(in);
  }
}
