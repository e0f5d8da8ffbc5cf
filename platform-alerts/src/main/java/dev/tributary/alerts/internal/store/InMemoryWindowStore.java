package dev.tributary.alerts.internal.store;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Keeps windows as long as the process lives. */
public final class InMemoryWindowStore implements WindowStore {
  private final Map<String, Kept> byRule = new HashMap<>();

  /** Makes an empty store. */
  public InMemoryWindowStore() {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public synchronized WindowState read(String rule) {
    Kept kept = byRule.get(rule);
    return kept == null
        ? WindowState.none()
        : new WindowState(kept.revision, new ArrayList<>(kept.records.values()));
  }

  @Override
  public synchronized boolean write(String rule, WindowChanges changes) {
    if (changes.before() == WindowState.NONE) {
      byRule.put(rule, new Kept());
    }
    Kept kept = byRule.get(rule);
    if (kept == null || kept.revision != changes.before()) {
      return false;
    }
    kept.revision = changes.revision();
    changes.records().forEach(kept::put);
    return true;
  }

  @Override
  public synchronized void drop(String rule) {
    byRule.remove(rule);
  }

  @Override
  public void close() {}

  /** What is kept of a rule. */
  private static final class Kept {
    private final Map<Place, WindowRecord> records = new HashMap<>();
    private long revision = WindowState.NONE;

    void put(WindowRecord record) {
      Place place = new Place(record.series(), record.part());
      if (record.state().length == 0) {
        records.remove(place);
      } else {
        records.put(place, record);
      }
    }
  }

  private record Place(long series, int part) {}
}
