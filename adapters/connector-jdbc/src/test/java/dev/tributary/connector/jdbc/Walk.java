package dev.tributary.connector.jdbc;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.testkit.TestConnectorContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a table as the platform does: keeps rows by their first column, and the checkpoint. */
final class Walk implements AutoCloseable {
  private final SourceConnector connector;
  private final String table;
  private final ReadMode mode;
  private final List<SourceRow> all = new ArrayList<>();
  private final Map<String, SourceRow> rows = new TreeMap<>();
  private @Nullable String state;

  Walk(Map<String, Object> settings, Map<String, String> secrets, String table, ReadMode mode) {
    this.connector =
        new JdbcConnectorFactory()
            .open(TestConnectorContext.builder().settings(settings).secrets(secrets).build());
    this.table = table;
    this.mode = mode;
  }

  static Walk of(TestEngine engine, String table, ReadMode mode, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.putAll(more);
    return new Walk(settings, engine.secrets(), table, mode);
  }

  /** A walk with other settings from the same checkpoint. */
  Walk goingOnWith(Map<String, Object> settings) {
    Walk other = new Walk(settings, Map.of(), table, mode);
    other.state = state;
    return other;
  }

  /** Reads some batches and stops there, as a run does that is killed. */
  Walk read(int maxRows, int mostBatches) {
    Checkpoints from = state == null ? Checkpoints.none() : Checkpoints.of(Map.of("", state));
    ReadRequest request = new ReadRequest(table, mode, from, maxRows, ReadRequest.DEFAULT_BYTES);
    try (BatchReader reader = connector.read(request)) {
      for (int batch = 0; batch < mostBatches; batch++) {
        Optional<SourceBatch> next = reader.next();
        if (next.isEmpty()) {
          break;
        }
        keep(next.get());
      }
    }
    return this;
  }

  Walk readAll(int maxRows) {
    return read(maxRows, Integer.MAX_VALUE);
  }

  /** Every row as often as it came. */
  List<SourceRow> all() {
    return all;
  }

  /** The rows by the text of their first column. */
  Map<String, SourceRow> rows() {
    return rows;
  }

  /** Each row's first and last value. */
  Map<String, String> firstAndLast() {
    Map<String, String> pairs = new TreeMap<>();
    rows.forEach((first, row) -> pairs.put(first, String.valueOf(row.value(row.width() - 1))));
    return pairs;
  }

  @Override
  public void close() {
    connector.close();
  }

  private void keep(SourceBatch batch) {
    all.addAll(batch.rows());
    batch.rows().forEach(row -> rows.put(String.valueOf(row.value(0)), row));
    for (Checkpoint checkpoint : batch.checkpoints()) {
      state = checkpoint.state().orElse(null);
    }
  }
}
