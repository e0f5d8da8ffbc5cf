package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Snapshot;
import dev.tributary.api.window.WindowStore;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps windows between one snapshot and the next, where there is a store for them. It is written
 * after the entries' transaction: what it lacks is made anew from the log, and it never holds more
 * than is stored. Stateless.
 */
public final class WindowKeeper {
  /** How many times rarer snapshots of everything are where changes are kept. */
  private static final int RARER = 20;

  private final @Nullable WindowStore windows;

  private WindowKeeper(@Nullable WindowStore windows) {
    this.windows = windows;
  }

  /**
   * Keeps nothing: there are snapshots alone.
   *
   * @return a keeper without a store
   */
  public static WindowKeeper none() {
    return new WindowKeeper(null);
  }

  /**
   * Keeps windows in a store.
   *
   * @param windows the store
   * @return the keeper
   */
  public static WindowKeeper in(WindowStore windows) {
    return new WindowKeeper(windows);
  }

  /** After how many entries a rule needs a snapshot of everything. */
  long snapshotEvery(int entries) {
    return windows == null ? entries : (long) entries * RARER;
  }

  /** The latest of what is known of rules. */
  List<Snapshot> latest(List<Snapshot> snapshots, long until) {
    WindowStore store = windows;
    return store == null
        ? snapshots
        : snapshots.stream()
            .map(snapshot -> snapshot.orLater(store.read(snapshot.rule().id()), until))
            .toList();
  }

  /** Keeps the rules that have seen so many entries since they were kept. */
  void keep(RuleFold fold, int entries) {
    if (windows != null) {
      fold.keep(windows, entries);
    }
  }

  /** Forgets rules. */
  void drop(Collection<String> rules) {
    if (windows != null) {
      rules.forEach(windows::drop);
    }
  }
}
