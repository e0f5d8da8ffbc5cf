package dev.tributary.ingest.internal.upload;

import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.ingest.internal.ledger.CheckpointLedger;
import dev.tributary.ingest.internal.ledger.UploadLedger;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.run.RunOrder;
import dev.tributary.ingest.internal.run.SourceRun;
import dev.tributary.ingest.internal.source.ConnectorHouse;
import dev.tributary.ingest.internal.source.SourceLane;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads uploaded files, each by a connector and a run of its own, so that a broken file fails its
 * own job and no other. Files for one source are read one after the other. Thread-safe.
 */
final class UploadReading implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UploadReading.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Kernel kernel;
  private final ConnectorHouse house;
  private final UploadFolder folder;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  UploadReading(Kernel kernel, ConnectorHouse house, UploadFolder folder) {
    this.kernel = kernel;
    this.house = house;
    this.folder = folder;
  }

  boolean closing() {
    return closing;
  }

  /** Begins to read a file and returns at once. */
  void begin(UploadJob job, SourceLane lane) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("tributary-upload-" + job.id())
            .unstarted(() -> inTurn(job, lane));
    threads.add(thread);
    thread.start();
  }

  private void inTurn(UploadJob job, SourceLane lane) {
    ReentrantLock turn = turns.computeIfAbsent(job.sourceId(), source -> new ReentrantLock(true));
    turn.lock();
    try {
      if (!closing) {
        read(job, lane);
      }
    } catch (RuntimeException failure) {
      LOG.log(
          Level.ERROR, "upload " + job.id() + " stays in the queue until the next start", failure);
    } finally {
      turn.unlock();
      threads.remove(Thread.currentThread());
    }
  }

  private void read(UploadJob job, SourceLane lane) {
    RunStatus status = run(job, lane);
    if (status == RunStatus.STOPPED || status == RunStatus.INTERRUPTED) {
      return;
    }
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          CheckpointLedger.forget(
              kernel.handle(transaction),
              new CheckpointLedger.Place(job.sourceId(), checkpoints(job)));
          return true;
        });
    boolean failed =
        kernel.read(handle ->
            UploadLedger.find(handle, job.id())
                .filter(found -> found.status() == UploadJob.Status.FAILED)
                .isPresent());
    if (failed) {
      folder.putAside(job.sourceId(), job.id());
    } else {
      folder.remove(job.sourceId(), job.id());
    }
  }

  private RunStatus run(UploadJob job, SourceLane lane) {
    try (SourceConnector connector = open(job, lane)) {
      String stream = lane.onlyStream(connector);
      return SourceRun.run(kernel, order(job, lane, stream), connector, () -> closing)
          .run()
          .status();
    } catch (RuntimeException failure) {
      return SourceRun.failed(kernel, order(job, lane, ""), failure).run().status();
    }
  }

  private SourceConnector open(UploadJob job, SourceLane lane) {
    Path there = folder.folder(job.sourceId(), job.id());
    FileFormat format = FileFormat.ofName(folder.fileName(there));
    FileReading way = FileReading.of(house, lane.source(), format, there).orElseThrow();
    return house.open(lane.source(), way.kind(), way.settings());
  }

  private static RunOrder order(UploadJob job, SourceLane lane, String stream) {
    return new RunOrder(
        lane.source(), lane.dataset(), RunTrigger.UPLOAD, stream, checkpoints(job), job.id());
  }

  private static String checkpoints(UploadJob job) {
    return "upload:" + job.id();
  }

  @Override
  public void close() {
    closing = true;
    for (Thread thread : threads) {
      try {
        thread.join(PATIENCE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
