package dev.tributary.ingest.internal.run;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as it goes. Used by the storing thread alone. */
final class RunRecord {
  private static final int MOST_ERRORS = 100;

  private final String id;
  private final String sourceId;
  private final RunTrigger trigger;
  private final Instant startedAt;
  private final List<RunError> errors = new ArrayList<>();
  private RunCounts counts = RunCounts.NONE;
  private @Nullable Integer progress;
  private boolean begun;

  RunRecord(String id, String sourceId, RunTrigger trigger, Instant startedAt) {
    this.id = id;
    this.sourceId = sourceId;
    this.trigger = trigger;
    this.startedAt = startedAt;
  }

  String id() {
    return id;
  }

  Instant startedAt() {
    return startedAt;
  }

  RunCounts counts() {
    return counts;
  }

  @Nullable Integer progress() {
    return progress;
  }

  boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
  }

  boolean flawless() {
    return errors.isEmpty() && counts.quarantined() == 0;
  }

  void error(String code, String place, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new RunError(code, place, message));
    }
  }

  void stored(RunCounts batch, @Nullable Integer percent) {
    counts = counts.plus(batch);
    if (percent != null) {
      progress = progress == null ? percent : Math.max(progress, percent);
    }
  }

  Run running() {
    return as(RunStatus.RUNNING, null, progress);
  }

  Run ended(RunStatus status, Instant at) {
    boolean whole = status == RunStatus.SUCCEEDED || status == RunStatus.PARTIAL;
    return as(status, at, whole ? Integer.valueOf(100) : progress);
  }

  private Run as(RunStatus status, @Nullable Instant finishedAt, @Nullable Integer percent) {
    return new Run(id, sourceId, status, trigger, startedAt, finishedAt, counts, percent, errors);
  }
}
