package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.bulk.BulkUpsert;
import dev.tributary.core.internal.bulk.BulkWrites;
import dev.tributary.core.internal.bulk.Origin;
import dev.tributary.core.internal.event.EventJournal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A transaction that collects its events and stores what its writers still hold at its end. */
final class JdbcStoreTransaction implements StoreTransaction, AutoCloseable {
  private final Handle handle;
  private final BulkWrites bulk;
  private final EventJournal journal;
  private final List<EventJournal.Entry> events = new ArrayList<>();
  private final List<DatasetWriter> writers = new ArrayList<>();

  JdbcStoreTransaction(Handle handle, BulkWrites bulk, EventJournal journal) {
    this.handle = handle;
    this.bulk = bulk;
    this.journal = journal;
  }

  @Override
  public Connection connection() {
    return handle.getConnection();
  }

  Handle handle() {
    return handle;
  }

  @Override
  public void append(String type, String subject, Map<String, ?> data) {
    events.add(journal.entry(type, subject, data));
  }

  @Override
  public DatasetWriter writer(Dataset dataset, RowLineage lineage) {
    BulkUpsert upsert = bulk.upsert(connection(), dataset, origin(lineage));
    DatasetWriter writer = new DatasetWriter(dataset, upsert);
    writers.add(writer);
    return writer;
  }

  @Override
  public int tombstone(Dataset dataset, RowLineage lineage) throws SQLException {
    if (lineage.generation() == null) {
      throw new IllegalArgumentException(
          "deletions show only in a full pass: the lineage of source '"
              + lineage.sourceId()
              + "' has no generation");
    }
    for (DatasetWriter writer : writers) {
      writer.flush();
    }
    return bulk.tombstone(connection(), dataset, origin(lineage));
  }

  boolean complete(Instant at) throws SQLException {
    for (DatasetWriter writer : writers) {
      writer.flush();
    }
    if (!events.isEmpty()) {
      journal.write(handle, events, at);
    }
    return !events.isEmpty();
  }

  @Override
  public void close() throws SQLException {
    for (DatasetWriter writer : writers) {
      writer.close();
    }
  }

  private static Origin origin(RowLineage lineage) {
    return new Origin(
        lineage.sourceId(),
        lineage.dataCenterId(),
        lineage.runId(),
        lineage.at(),
        lineage.generation());
  }
}
