package dev.tributary.alerts.internal.fold;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import java.time.Instant;
import java.util.List;

/**
 * A rule at work as it was after an entry of the log.
 *
 * @param rule the rule
 * @param position the id of that entry
 * @param time the time of the log after that entry
 * @param state everything it remembers
 */
public record Snapshot(AlertRule rule, long position, Instant time, List<WindowRecord> state) {
  /** Copies the state. */
  public Snapshot {
    state = List.copyOf(state);
  }

  /**
   * The same rule later on, as a store of windows has it. What such a store has of before this
   * snapshot may be of an earlier rule of the same name.
   *
   * @param kept what the store has
   * @param until the id of the last entry whose transitions are stored
   * @return the later one of the two
   */
  public Snapshot orLater(WindowState kept, long until) {
    return kept.revision() <= position || kept.revision() > until
        ? this
        : LogTime.find(kept.records())
            .map(at -> new Snapshot(rule, kept.revision(), at, kept.records()))
            .orElse(this);
  }
}
