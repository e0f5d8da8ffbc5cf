package dev.tributary.ingest.internal.run;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.core.StoreTransaction;
import dev.tributary.ingest.internal.ledger.UploadLedger;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Keeps the job of an uploaded file in step with the run that reads it. */
final class UploadStep {
  private final RunOrder order;
  private final RunRecord run;

  UploadStep(RunOrder order, RunRecord run) {
    this.order = order;
    this.run = run;
  }

  void progress(Handle handle, RunCounts counts, Instant now) {
    String jobId = order.jobId();
    if (jobId != null) {
      Integer percent = run.progress();
      UploadLedger.progress(
          handle, jobId, run.id(), counts, percent == null ? 0 : Math.min(99, percent), now);
    }
  }

  void end(StoreTransaction transaction, Handle handle, Run ended, boolean unread, Instant now) {
    String jobId = order.jobId();
    if (jobId == null || ended.status() == RunStatus.STOPPED) {
      return;
    }
    boolean failed = ended.status() == RunStatus.FAILED || unread;
    String error =
        failed
            ? ended.errors().isEmpty()
                ? "it could not be read"
                : ended.errors().getFirst().message()
            : null;
    if (UploadLedger.end(handle, jobId, error, now)) {
      Map<String, Object> data = EventData.of(ended);
      data.put("job_id", jobId);
      data.put("file_name", UploadLedger.find(handle, jobId).map(UploadJob::fileName).orElse(""));
      if (error != null) {
        data.put("error", error);
      }
      transaction.append(
          failed ? EventTypes.UPLOAD_FAILED : EventTypes.UPLOAD_COMPLETED,
          order.source().id(),
          data);
    }
  }
}
