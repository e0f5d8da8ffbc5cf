package dev.tributary.ingest.internal.retention;

import dev.tributary.ingest.config.RetentionConfig;
import dev.tributary.ingest.internal.ledger.OldRecords;
import dev.tributary.ingest.internal.ledger.OldRecords.EndedUpload;
import dev.tributary.ingest.internal.run.Kernel;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/** Removes records whose time is over, a bounded number at a time so that nobody waits for it. */
public final class Cleaning {
  private static final System.Logger LOG = System.getLogger(Cleaning.class.getName());
  private static final int AT_ONCE = 1000;

  private final Kernel kernel;
  private final RetentionConfig retention;
  private final Consumer<EndedUpload> files;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   * @param retention what is kept how long
   * @param files removes the file of an upload that could not be read
   */
  public Cleaning(Kernel kernel, RetentionConfig retention, Consumer<EndedUpload> files) {
    this.kernel = kernel;
    this.retention = retention;
    this.files = files;
  }

  /**
   * Removes everything whose time is over.
   *
   * @return how many records were removed
   */
  public long clean() {
    Instant runs = before(retention.runs());
    Instant settled = before(retention.settled());
    long removed =
        uploads(before(retention.uploads()))
            + all(handle -> OldRecords.dropRuns(handle, runs, AT_ONCE))
            + all(handle -> OldRecords.dropSettled(handle, settled, AT_ONCE));
    if (removed > 0) {
      LOG.log(Level.INFO, "removed {0} records whose time was over", removed);
    }
    return removed;
  }

  /**
   * The files go first: a job without its file is removed next time, a file without its job never.
   */
  private long uploads(Instant before) {
    long removed = 0;
    List<EndedUpload> ended = endedUploads(before);
    while (!ended.isEmpty()) {
      ended.forEach(files);
      List<EndedUpload> gone = ended;
      removed += once(handle -> OldRecords.dropUploads(handle, gone));
      ended = endedUploads(before);
    }
    return removed;
  }

  private List<EndedUpload> endedUploads(Instant before) {
    return kernel.read(handle -> OldRecords.uploads(handle, before, AT_ONCE));
  }

  private long all(ToIntFunction<Handle> drop) {
    long removed = 0;
    int some;
    do {
      some = once(drop);
      removed += some;
    } while (some == AT_ONCE);
    return removed;
  }

  private int once(ToIntFunction<Handle> drop) {
    return kernel
        .store()
        .<Integer, RuntimeException>write(
            transaction -> drop.applyAsInt(kernel.handle(transaction)));
  }

  private Instant before(Duration age) {
    Instant now = kernel.clock().instant();
    return Duration.between(Instant.EPOCH, now).compareTo(age) < 0 ? Instant.EPOCH : now.minus(age);
  }
}
