package dev.tributary.alerts.internal.evaluate;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.util.ArrayList;
import java.util.List;

/** What a store of windows has of an evaluation. Not thread-safe. */
public final class KeptEvaluation {
  private final String rule;
  private final Evaluation evaluation;
  private long revision = WindowState.NONE;

  /**
   * Begins with a store that has nothing.
   *
   * @param rule the id of the rule
   * @param evaluation its evaluation
   */
  public KeptEvaluation(String rule, Evaluation evaluation) {
    this.rule = rule;
    this.evaluation = evaluation;
  }

  /**
   * The revision that was kept last.
   *
   * @return the revision; {@link WindowState#NONE} if there is none
   */
  public long revision() {
    return revision;
  }

  /** Keeps everything the next time: something is different that no window has shown. */
  public void forget() {
    revision = WindowState.NONE;
  }

  /**
   * Keeps what became different since the last time; everything, the first time and wherever the
   * store holds something else.
   *
   * @param store where to; if it fails, the next time keeps everything
   * @param next how far the evaluation is, later than the last time
   * @param more records to keep with those of the evaluation
   */
  public void keep(WindowStore store, long next, List<WindowRecord> more) {
    long before = revision;
    revision = WindowState.NONE;
    if (before == WindowState.NONE || !store.write(rule, changes(before, next, more))) {
      evaluation.forgetChanges();
      store.write(rule, changes(WindowState.NONE, next, more));
    }
    revision = next;
  }

  private WindowChanges changes(long before, long next, List<WindowRecord> more) {
    List<WindowRecord> records = new ArrayList<>(evaluation.changes());
    records.addAll(more);
    return new WindowChanges(before, next, records);
  }
}
