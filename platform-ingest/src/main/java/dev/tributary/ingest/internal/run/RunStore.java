package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.core.DatasetWriter;
import dev.tributary.core.RowLineage;
import dev.tributary.core.StoreTransaction;
import dev.tributary.core.WriteCounts;
import dev.tributary.ingest.config.IngestError;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Stored;
import dev.tributary.ingest.internal.ledger.FencedException;
import dev.tributary.ingest.internal.ledger.RunLedger;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.schema.SchemaVerdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a run does: its begin, each batch and its end, each in one transaction. Used by the
 * storing thread alone.
 */
final class RunStore {
  private final Kernel kernel;
  private final RunOrder order;
  private final RunRecord run;
  private final RunState state;
  private final MetRows met;
  private final UploadStep job;

  RunStore(Kernel kernel, RunOrder order, RunRecord run, RunState state) {
    this.kernel = kernel;
    this.order = order;
    this.run = run;
    this.state = state;
    this.met = new MetRows(kernel.store().engine());
    this.job = new UploadStep(order, run);
  }

  /** What a transaction made of a batch. */
  private record Outcome(
      RunCounts counts,
      Map<String, @Nullable Stored> checkpoints,
      Set<String> quarantinedKeys,
      boolean paused) {}

  void begin() {
    if (run.begun()) {
      return;
    }
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          Instant now = kernel.clock().instant();
          List<String> orphans =
              RunLedger.begin(
                  kernel.handle(transaction), run.running(), order.source().dataCenterId());
          for (String orphan : orphans) {
            transaction.append(
                EventTypes.RUN_FINISHED,
                sourceId(),
                Map.of("run_id", orphan, "status", "interrupted"));
          }
          if (order.ofSource()) {
            SourceLedger.began(
                kernel.handle(transaction), sourceId(), order.stream(), run.startedAt());
          }
          state.pass().begin(kernel.handle(transaction), now);
          transaction.append(
              EventTypes.RUN_STARTED,
              sourceId(),
              Map.of("run_id", run.id(), "trigger", lower(order.trigger())));
          job.progress(kernel.handle(transaction), RunCounts.NONE, now);
          return true;
        });
    run.begin();
  }

  /**
   * Stores a batch.
   *
   * @return true if somebody has paused the source meanwhile
   */
  boolean batch(MappedBatch batch) {
    List<Checkpoint> moved = state.moved(batch.checkpoints());
    if (batch.read() == 0 && moved.isEmpty()) {
      return false;
    }
    begin();
    Instant before = kernel.clock().instant();
    Outcome outcome =
        kernel
            .store()
            .<Outcome, RuntimeException>write(transaction -> store(transaction, batch, moved));
    run.stored(outcome.counts(), batch.progress());
    state.committed(outcome.checkpoints());
    state.quarantinedKeys().clear();
    state.quarantinedKeys().addAll(outcome.quarantinedKeys());
    kernel
        .metrics()
        .batch(sourceId(), outcome.counts(), Duration.between(before, kernel.clock().instant()));
    return outcome.paused();
  }

  private Outcome store(StoreTransaction transaction, MappedBatch batch, List<Checkpoint> moved)
      throws SQLException {
    Instant now = kernel.clock().instant();
    WriteCounts written = rows(transaction, batch, now);
    RunCounts counts =
        new RunCounts(
            batch.read(), written.stored(), written.unchanged(), batch.refusals().size(), 0);
    Map<String, @Nullable Stored> stored = state.store(kernel.handle(transaction), moved, now);
    Set<String> keys = quarantine(transaction, batch, now);
    if (written.stored() > 0) {
      SourceLedger.brought(kernel.handle(transaction), sourceId(), batch.newestEvent(), now);
    }
    SchemaStep.store(transaction, kernel.handle(transaction), order, batch.schema(), now);
    RunCounts sum = run.counts().plus(counts);
    if (!RunLedger.progress(kernel.handle(transaction), run.id(), sum, batch.progress())) {
      throw new FencedException(
          "run " + run.id() + " of source '" + sourceId() + "' was taken over");
    }
    job.progress(kernel.handle(transaction), sum, now);
    if (batch.read() > 0) {
      transaction.append(EventTypes.BATCH_STORED, sourceId(), EventData.of(run.id(), counts));
    }
    boolean paused =
        order.ofSource()
            && SourceLedger.facts(kernel.handle(transaction), sourceId())
                .map(SourceFacts::paused)
                .orElse(false);
    return new Outcome(counts, stored, keys, paused);
  }

  private WriteCounts rows(StoreTransaction transaction, MappedBatch batch, Instant now)
      throws SQLException {
    if (batch.rows().isEmpty()) {
      return WriteCounts.NONE;
    }
    DatasetWriter writer = transaction.writer(batch.dataset(), lineage(now));
    for (@Nullable Object[] row : batch.rows()) {
      writer.add(row);
    }
    return writer.flush();
  }

  private Set<String> quarantine(StoreTransaction transaction, MappedBatch batch, Instant now)
      throws SQLException {
    QuarantineStep step =
        new QuarantineStep(
            kernel.handle(transaction), sourceId(), run.id(), now, state.quarantinedKeys());
    Set<String> keys = step.store(batch);
    if (!step.added().isEmpty()) {
      transaction.append(
          EventTypes.ROWS_QUARANTINED, sourceId(), EventData.quarantined(run.id(), step.added()));
    }
    if (!batch.refusals().isEmpty()) {
      Long generation = state.pass().generation();
      if (generation != null) {
        met.note(
            transaction.connection(), batch.dataset(), sourceId(), generation, batch.refusals());
        if (batch.refusals().stream().anyMatch(refusal -> refusal.key() == null)) {
          state.pass().blemish(kernel.handle(transaction), now);
        }
      }
    }
    return keys;
  }

  /** Pauses the source because of its new shape, and notes the shape; the batch is not stored. */
  void pauseFor(SchemaVerdict verdict) {
    begin();
    String reason = "the source has changed: " + verdict.words();
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          SchemaStep.store(
              transaction, kernel.handle(transaction), order, verdict, kernel.clock().instant());
          if (SourceLedger.pause(kernel.handle(transaction), sourceId(), reason)) {
            transaction.append(
                EventTypes.SOURCE_PAUSED, sourceId(), Map.of("paused", true, "reason", reason));
          }
          return true;
        });
    run.error(
        IngestError.SCHEMA_CHANGED.name(),
        order.stream(),
        reason + "; adapt the mapping if it is affected, then resume the source");
  }

  /**
   * Ends the run; a scheduled one that found nothing to do leaves no trace but its time.
   *
   * @param wanted how it ended, as far as reading goes
   * @param unread whether parts of the source could not be read
   * @return the run as it ended
   */
  Run end(RunStatus wanted, boolean unread) {
    boolean idle = wanted == RunStatus.SUCCEEDED && !run.begun();
    if (!idle) {
      begin();
    }
    Run ended =
        kernel
            .store()
            .<Run, RuntimeException>write(transaction -> {
              Instant now = kernel.clock().instant();
              RunStatus status = complete(transaction, wanted, unread, now);
              Run last = run.ended(status, now);
              facts(transaction, status, now);
              if (!idle) {
                if (!RunLedger.finish(kernel.handle(transaction), last)) {
                  throw new FencedException("run " + run.id() + " was taken over");
                }
                transaction.append(EventTypes.RUN_FINISHED, sourceId(), EventData.of(last));
                job.end(transaction, kernel.handle(transaction), last, unread, now);
              }
              return last;
            });
    kernel
        .metrics()
        .run(
            sourceId(),
            ended.status(),
            Duration.between(run.startedAt(), kernel.clock().instant()));
    return ended;
  }

  /** Notes that somebody else has gone on with the source, unless that somebody did already. */
  void fenced(Run last) {
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          boolean own = run.begun() && RunLedger.finish(kernel.handle(transaction), last);
          if (own) {
            transaction.append(EventTypes.RUN_FINISHED, sourceId(), EventData.of(last));
          }
          return own;
        });
  }

  private RunStatus complete(
      StoreTransaction transaction, RunStatus wanted, boolean unread, Instant now)
      throws SQLException {
    boolean whole = wanted == RunStatus.SUCCEEDED || wanted == RunStatus.PARTIAL;
    if (!whole || !state.pass().full()) {
      return wanted;
    }
    if (order.source().tombstones() && (unread || state.pass().blemished())) {
      run.error(
          IngestError.DELETIONS_SKIPPED.name(),
          order.stream(),
          "no row was marked as deleted: the pass has "
              + (unread ? "parts that could not be read" : "rows in quarantine without a known key")
              + "; correct them, and the next pass will tell what is gone");
    } else if (order.source().tombstones()) {
      int deleted = transaction.tombstone(currentDataset(), lineage(now));
      run.stored(new RunCounts(0, 0, 0, 0, deleted), null);
      if (deleted > 0) {
        SourceLedger.brought(kernel.handle(transaction), sourceId(), null, now);
      }
    }
    state.pass().end(kernel.handle(transaction));
    state.forgetCheckpoints(kernel.handle(transaction));
    return run.flawless() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL;
  }

  private Dataset currentDataset() {
    return kernel.store().datasets().find(order.dataset().name()).orElse(order.dataset());
  }

  private void facts(StoreTransaction transaction, RunStatus status, Instant now)
      throws SQLException {
    if (!order.ofSource()) {
      if (status == RunStatus.SUCCEEDED || status == RunStatus.PARTIAL) {
        SourceLedger.synced(kernel.handle(transaction), sourceId(), now);
      }
      return;
    }
    switch (status) {
      case SUCCEEDED, PARTIAL ->
          SourceLedger.succeeded(kernel.handle(transaction), sourceId(), run.startedAt(), now);
      case FAILED -> SourceLedger.failed(kernel.handle(transaction), sourceId(), run.startedAt());
      case RUNNING, STOPPED, INTERRUPTED -> {}
    }
  }

  private RowLineage lineage(Instant now) {
    return new RowLineage(
        sourceId(), order.source().dataCenterId(), run.id(), now, state.pass().generation());
  }

  private String sourceId() {
    return order.source().id();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
