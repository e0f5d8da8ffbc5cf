package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.evaluate.Evaluation;
import dev.tributary.api.alert.AlertRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** One rule at work. Not thread-safe. */
final class Watch {
  private final AlertRule rule;
  private final Evaluation evaluation;
  private long seen;
  private long saved;

  /**
   * Puts a rule to work.
   *
   * @param seen the id of the last log entry it needs nothing of
   */
  Watch(AlertRule rule, Evaluation evaluation, long seen) {
    this.rule = rule;
    this.evaluation = evaluation;
    this.seen = seen;
    this.saved = -1;
  }

  AlertRule rule() {
    return rule;
  }

  Evaluation evaluation() {
    return evaluation;
  }

  /** The same state under a rule that differs in what it says only. */
  Watch under(AlertRule changed, Evaluation fresh) {
    Watch watch = new Watch(changed, fresh, seen);
    watch.restore(bytes());
    return watch;
  }

  /** Whether an entry is news to it. */
  boolean sees(long entry) {
    return entry > seen;
  }

  void saw(long entry) {
    seen = Math.max(seen, entry);
  }

  /** Makes the next look for what is due find it. */
  void touch() {
    saved = -1;
  }

  boolean due(long most) {
    return saved < 0 || seen - saved >= most;
  }

  Snapshot snapshot(Instant time) {
    return new Snapshot(rule, seen, time, bytes());
  }

  void saved() {
    saved = seen;
  }

  void restore(byte[] state) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      evaluation.restore(in);
    } catch (IOException damaged) {
      throw new UncheckedIOException("the snapshot of rule '" + rule.id() + "'", damaged);
    }
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      evaluation.save(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }
}
