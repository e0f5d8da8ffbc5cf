package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.evaluate.Evaluation;
import dev.tributary.alerts.internal.evaluate.KeptEvaluation;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowStore;
import java.time.Instant;
import java.util.List;

/** One rule at work. Not thread-safe. */
final class Watch {
  private final AlertRule rule;
  private final Evaluation evaluation;
  private final KeptEvaluation kept;
  private EventCounts told = EventCounts.NONE;
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
    this.kept = new KeptEvaluation(rule.id(), evaluation);
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
    watch.restore(evaluation.everything());
    watch.told = told;
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

  /** The same where something is different that no window has shown. */
  void alter() {
    touch();
    kept.forget();
  }

  /** What became of events since this was asked for the last time. */
  EventCounts news() {
    EventCounts now = evaluation.counts();
    EventCounts news = now.since(told);
    told = now;
    return news;
  }

  boolean due(long most) {
    return saved < 0 || seen - saved >= most;
  }

  Snapshot snapshot(Instant time) {
    return new Snapshot(rule, seen, time, evaluation.everything());
  }

  void saved() {
    saved = seen;
  }

  /** Keeps what became different, if it has seen so many entries since the last time. */
  void keep(WindowStore store, long most, Instant time) {
    if (seen - Math.max(saved, kept.revision()) >= most) {
      kept.keep(store, seen, LogTime.records(time));
    }
  }

  void restore(List<WindowRecord> state) {
    evaluation.restore(state);
    told = evaluation.counts();
  }
}
