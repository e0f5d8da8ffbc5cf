package dev.tributary.http.fake;

import dev.tributary.api.store.StoreHealth;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.api.store.TableDescription;
import java.time.Duration;
import java.util.List;

/** A store that is up, full or down as it is told. */
public final class FakeStore implements StoreInspector {
  public volatile boolean up = true;
  public volatile boolean full;

  @Override
  public StoreHealth health() {
    String trouble = up ? full ? "no space left; free some" : "" : "the disk is gone; mount it";
    return new StoreHealth(up, up && !full, "SQLite 3.54.1", Duration.ofNanos(1_500_000), trouble);
  }

  @Override
  public String schemaVersion() {
    return "3";
  }

  @Override
  public List<TableDescription> tables() {
    return List.of(
        new TableDescription(
            "transactions",
            TableDescription.Kind.DATASET,
            1_234_567,
            List.of(new TableDescription.TableColumn("id", "TEXT", false, true))));
  }
}
