package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads and maps a source on a thread of its own, at most two batches ahead of the one being
 * stored. The thread is a platform thread: a driver that blocks in native code or while it holds a
 * monitor would keep a carrier from every other source.
 */
final class Reading implements AutoCloseable {
  private static final int AHEAD = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SourceConnector connector;
  private final ReadRequest request;
  private final BatchMapping mapping;
  private final BlockingQueue<Handover> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  Reading(String sourceId, SourceConnector connector, ReadRequest request, BatchMapping mapping) {
    this.connector = connector;
    this.request = request;
    this.mapping = mapping;
    this.thread =
        Thread.ofPlatform().daemon().name("tributary-read-" + sourceId).unstarted(this::readAll);
  }

  void start() {
    thread.start();
  }

  /** What comes next, or null if nothing came in that time. */
  @Nullable Handover poll(Duration atMost) throws InterruptedException {
    return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the thread. Does not wait for ever for a source that hangs. */
  @Override
  public void close() {
    thread.interrupt();
    queue.clear();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the thread hangs in the source, so that the connector must be given up. */
  boolean hangs() {
    return thread.isAlive();
  }

  private void readAll() {
    try {
      queue.put(read());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Handover read() throws InterruptedException {
    try (BatchReader reader = connector.read(request)) {
      for (Optional<SourceBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
        queue.put(new Handover.Next(mapping.map(batch.get(), reader.progress())));
      }
      return new Handover.End(reader.faults());
    } catch (RuntimeException | Error failure) {
      return new Handover.Failure(failure);
    }
  }
}
