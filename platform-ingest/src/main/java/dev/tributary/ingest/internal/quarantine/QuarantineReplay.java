package dev.tributary.ingest.internal.quarantine;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Quarantine.Replay;
import dev.tributary.core.DatasetWriter;
import dev.tributary.core.RowLineage;
import dev.tributary.core.StoreTransaction;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.QuarantineLedger;
import dev.tributary.ingest.internal.ledger.QuarantineLedger.Replayable;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.mapping.MappingCompiler;
import dev.tributary.ingest.internal.mapping.RowOutcome;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.run.RawRow;
import dev.tributary.ingest.internal.run.RowKeys;
import dev.tributary.ingest.internal.source.SourceLane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries the rows of a source again. A row is stored as of the time it was put aside, so that what
 * the source has brought since stays; of several states of one row the latest that fits counts.
 */
final class QuarantineReplay {
  private static final int AT_ONCE = 1000;

  private final Kernel kernel;
  private final SourceConfig source;
  private final Dataset dataset;
  private final RowKeys keys;
  private final MappingCompiler compiler;

  QuarantineReplay(Kernel kernel, SourceLane lane) {
    this.kernel = kernel;
    this.source = lane.source();
    this.dataset = kernel.store().datasets().find(lane.dataset().name()).orElse(lane.dataset());
    this.keys = new RowKeys(dataset);
    this.compiler = new MappingCompiler(source.mapping(), dataset, lane.dataset());
  }

  /** A row that fits now. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Fitting(Replayable from, @Nullable Object[] values) {}

  Replay run() {
    long accepted = 0;
    long superseded = 0;
    long after = 0;
    for (List<Replayable> rows = next(after); !rows.isEmpty(); rows = next(after)) {
      after = rows.getLast().id();
      List<Fitting> fitting = fitting(rows);
      long stored =
          kernel.store().<Long, RuntimeException>write(transaction -> store(transaction, fitting));
      accepted += stored;
      superseded += fitting.size() - stored;
    }
    long kept = kernel.read(handle -> QuarantineLedger.count(handle, source.id()));
    return noted(new Replay(accepted, superseded, kept));
  }

  private List<Replayable> next(long after) {
    return kernel.read(handle -> QuarantineLedger.replayable(handle, source.id(), after, AT_ONCE));
  }

  private List<Fitting> fitting(List<Replayable> rows) {
    List<Fitting> fitting = new ArrayList<>();
    for (Replayable row : rows) {
      RawRow raw = RawRow.parse(row.raw(), row.position());
      if (compiler.compile(raw.schema()).map(raw.row()) instanceof RowOutcome.Accepted mapped) {
        fitting.add(new Fitting(row, mapped.values()));
      }
    }
    return fitting;
  }

  private long store(StoreTransaction transaction, List<Fitting> rows) throws SQLException {
    Map<String, Fitting> latest = new LinkedHashMap<>();
    for (Fitting row : rows) {
      Fitting earlier = latest.put(keys.ofRow(row.values()), row);
      if (earlier != null) {
        settle(transaction, earlier, QuarantineLedger.SUPERSEDED);
      }
    }
    StoredRows stored = new StoredRows(kernel.store().engine(), dataset, source.id());
    long accepted = 0;
    for (Fitting row : latest.values()) {
      Instant since = row.from().quarantinedAt();
      boolean later = stored.changedAfter(transaction.connection(), key(row), since);
      if (later) {
        settle(transaction, row, QuarantineLedger.SUPERSEDED);
      } else if (settle(transaction, row, QuarantineLedger.ACCEPTED)) {
        write(transaction, row);
        accepted++;
      }
    }
    if (accepted > 0) {
      SourceLedger.brought(kernel.handle(transaction), source.id(), null, kernel.clock().instant());
    }
    return accepted;
  }

  private void write(StoreTransaction transaction, Fitting row) throws SQLException {
    RowLineage lineage =
        RowLineage.of(
            source.id(), source.dataCenterId(), row.from().runId(), row.from().quarantinedAt());
    DatasetWriter writer = transaction.writer(dataset, lineage);
    writer.add(row.values());
    writer.flush();
  }

  private boolean settle(StoreTransaction transaction, Fitting row, String outcome) {
    return QuarantineLedger.settle(
        kernel.handle(transaction), row.from().id(), outcome, kernel.clock().instant());
  }

  private @Nullable Object[] key(Fitting row) {
    int[] columns = keys.columns();
    @Nullable Object[] key = new Object[columns.length];
    for (int index = 0; index < columns.length; index++) {
      key[index] = row.values()[columns[index]];
    }
    return key;
  }

  private Replay noted(Replay replay) {
    if (replay.accepted() + replay.superseded() > 0) {
      kernel
          .store()
          .<Boolean, RuntimeException>write(transaction -> {
            transaction.append(
                EventTypes.ROWS_REPLAYED,
                source.id(),
                Map.of(
                    "accepted", replay.accepted(),
                    "superseded", replay.superseded(),
                    "kept", replay.kept()));
            return true;
          });
    }
    return replay;
  }
}
