package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows, rejected rows and states on their way into one batch, which may span several files. */
final class BatchInWork {
  private static final int ROW_OVERHEAD_BYTES = 64;

  private final ReadRequest request;
  private SourceSchema schema = SourceSchema.ofTexts(List.of());
  private List<SourceRow> rows = new ArrayList<>();
  private List<RejectedRow> rejected = new ArrayList<>();
  private final Map<String, @Nullable FileState> states = new LinkedHashMap<>();
  private long bytes;

  BatchInWork(ReadRequest request) {
    this.request = request;
  }

  /** Whether rows with these columns can be added, or a batch has to be handed out before. */
  boolean accepts(List<String> columns) {
    SourceSchema wanted = SourceSchema.ofTexts(columns);
    if (wanted.equals(schema)) {
      return true;
    }
    if (rows.isEmpty()) {
      schema = wanted;
      return true;
    }
    return false;
  }

  void add(SourceRow row, long size) {
    rows.add(row);
    bytes += size + ROW_OVERHEAD_BYTES;
  }

  void add(RejectedRow row) {
    rejected.add(row);
    bytes += row.raw().length() + ROW_OVERHEAD_BYTES;
  }

  void remember(String partition, @Nullable FileState state) {
    states.put(partition, state);
  }

  boolean full() {
    return rows.size() + rejected.size() >= request.maxRows() || bytes >= request.maxBytes();
  }

  boolean empty() {
    return rows.isEmpty() && rejected.isEmpty() && states.isEmpty();
  }

  SourceBatch take() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    states.forEach((partition, state) ->
        checkpoints.add(new Checkpoint(partition, state == null ? null : state.text())));
    SourceBatch batch = new SourceBatch(schema, rows, rejected, checkpoints);
    rows = new ArrayList<>();
    rejected = new ArrayList<>();
    states.clear();
    bytes = 0;
    return batch;
  }
}
