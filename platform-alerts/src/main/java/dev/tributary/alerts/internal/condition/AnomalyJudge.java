package dev.tributary.alerts.internal.condition;

import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Judges by a detector, which learns every value after judging it. From the first unusual value on
 * it is remembered what the detector had learned before, until all is well again: somebody who
 * acknowledges the incident makes it unlearned.
 */
final class AnomalyJudge implements ConditionJudge {
  private static final byte[] NO_INCIDENT = new byte[0];

  private final StreamingDetector detector;
  private String reason = "";
  private @Nullable Judgement judgement;
  private byte[] beforeIncident = NO_INCIDENT;
  private boolean learning = true;

  AnomalyJudge(StreamingDetector detector) {
    this.detector = detector;
  }

  @Override
  public Truth judge(Reading reading, boolean active) {
    Judgement latest = detector.judge(reading.instant(), reading.value());
    judgement = latest;
    if (!Double.isNaN(reading.value())) {
      remember(latest.deviating(), active);
    }
    if (learning) {
      detector.learn(reading.instant(), reading.value());
    }
    if (Double.isNaN(reading.value())) {
      return Truth.UNKNOWN;
    }
    reason = latest.summary();
    return latest.deviating() ? Truth.TRUE : Truth.FALSE;
  }

  private void remember(boolean deviating, boolean active) {
    if (!deviating && !active) {
      beforeIncident = NO_INCIDENT;
    } else if (beforeIncident.length == 0 && learning) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        detector.save(new DataOutputStream(bytes));
      } catch (IOException impossible) {
        throw new UncheckedIOException("memory does not fail", impossible);
      }
      beforeIncident = bytes.toByteArray();
    }
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
  public void acknowledged() {
    if (beforeIncident.length > 0) {
      try {
        detector.restore(new DataInputStream(new ByteArrayInputStream(beforeIncident)));
      } catch (IOException impossible) {
        throw new UncheckedIOException("memory does not fail", impossible);
      }
    }
    beforeIncident = NO_INCIDENT;
    learning = false;
  }

  @Override
  public void over() {
    beforeIncident = NO_INCIDENT;
    learning = true;
  }

  @Override
  public boolean settled() {
    return false;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(reason);
    out.writeBoolean(learning);
    out.writeInt(beforeIncident.length);
    out.write(beforeIncident);
    detector.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reason = in.readUTF();
    learning = in.readBoolean();
    beforeIncident = new byte[in.readInt()];
    in.readFully(beforeIncident);
    detector.restore(in);
  }
}
