package dev.tributary.ingest.internal.source;

import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.ingest.config.IngestError;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.run.RunOrder;
import dev.tributary.ingest.internal.run.SourceRun;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One source at work: its runs one after the other, its connector kept open between them and opened
 * anew after a failure. Thread-safe.
 */
public final class SourceLane implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SourceLane.class.getName());

  private final SourceConfig source;
  private final Dataset dataset;
  private final Kernel kernel;
  private final ConnectorHouse house;
  private final Backoff backoff;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable SourceConnector connector;
  private @Nullable String stream;
  private int failures;
  private volatile @Nullable Instant restUntil;
  private volatile boolean stopping;
  private volatile boolean busy;

  SourceLane(
      SourceConfig source, Dataset dataset, Kernel kernel, ConnectorHouse house, Backoff backoff) {
    this.source = source;
    this.dataset = dataset;
    this.kernel = kernel;
    this.house = house;
    this.backoff = backoff;
  }

  /**
   * What the source is.
   *
   * @return its configuration
   */
  public SourceConfig source() {
    return source;
  }

  /**
   * Its dataset as declared.
   *
   * @return the declaration
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * Whether a run is going on in this process.
   *
   * @return true if so
   */
  public boolean busy() {
    return busy;
  }

  /**
   * Until when the source is left alone after a failure.
   *
   * @return the time, if it is left alone
   */
  public Optional<Instant> restUntil() {
    return Optional.ofNullable(restUntil).filter(end -> end.isAfter(kernel.clock().instant()));
  }

  /**
   * Takes over what the store knows of failures: those of another process, or of this one before
   * its start, count as if they had been met here.
   *
   * @param facts what the store knows
   */
  public void recall(SourceFacts facts) {
    if (!turn.tryLock()) {
      return;
    }
    try {
      if (facts.consecutiveFailures() != failures) {
        failures = facts.consecutiveFailures();
        Instant last = facts.lastRunStartedAt();
        restUntil =
            failures == 0 || last == null
                ? null
                : last.plus(backoff.after(failures, Optional.empty()));
      }
    } finally {
      turn.unlock();
    }
  }

  /** Lets a run going on end after the batch in hand. */
  public void stopRun() {
    if (busy) {
      stopping = true;
    }
  }

  /**
   * Runs until the source has nothing more to give. Waits for a run going on to end first.
   *
   * @param trigger what made it begin
   * @param stop says true when the run is to end after the batch in hand
   * @return the run as it ended
   */
  public Run run(RunTrigger trigger, BooleanSupplier stop) {
    turn.lock();
    busy = true;
    stopping = false;
    try {
      SourceRun.Ended ended = attempt(trigger, () -> stopping || stop.getAsBoolean());
      settle(ended);
      return ended.run();
    } finally {
      busy = false;
      turn.unlock();
    }
  }

  private SourceRun.Ended attempt(RunTrigger trigger, BooleanSupplier stop) {
    SourceConnector opened;
    try {
      opened = open();
    } catch (RuntimeException failure) {
      return SourceRun.failed(kernel, order(trigger, source.stream().orElse("")), failure);
    }
    String read = Objects.requireNonNull(stream);
    return SourceRun.run(kernel, order(trigger, read), opened, stop);
  }

  private RunOrder order(RunTrigger trigger, String read) {
    return new RunOrder(source, dataset, trigger, read, read, null);
  }

  private SourceConnector open() {
    SourceConnector present = connector;
    if (present == null) {
      present = house.open(source, source.kind(), source.settings());
      connector = present;
    }
    if (stream == null) {
      stream = source.stream().isPresent() ? source.stream().get() : only(present, source.id());
    }
    return present;
  }

  /**
   * The stream to read.
   *
   * @param opened a connector for the source's kind
   * @return the chosen stream if the connector offers it, or else the only one it offers
   * @throws PlatformException if it offers none or several
   */
  public String onlyStream(SourceConnector opened) {
    return source.stream()
        .filter(
            chosen -> opened.discover().stream().map(SourceStream::name).anyMatch(chosen::equals))
        .orElseGet(() -> only(opened, source.id()));
  }

  /** The one stream that a source offers. */
  private static String only(SourceConnector connector, String sourceId) {
    List<String> names = connector.discover().stream().map(SourceStream::name).toList();
    if (names.size() != 1) {
      throw new PlatformException(
          IngestError.STREAM_UNCLEAR,
          "source '%s' offers %s streams%s; choose one with 'stream'"
              .formatted(
                  sourceId,
                  names.isEmpty() ? "no" : "several",
                  names.isEmpty() ? "" : ": " + names));
    }
    return names.getFirst();
  }

  private void settle(SourceRun.Ended ended) {
    if (!ended.connectorUsable()) {
      dropConnector();
    }
    if (ended.run().status() == RunStatus.FAILED) {
      failures++;
      Duration rest = backoff.after(failures, ended.retryAfter());
      restUntil = kernel.clock().instant().plus(rest);
    } else {
      failures = 0;
      restUntil = null;
    }
  }

  private void dropConnector() {
    SourceConnector dropped = connector;
    connector = null;
    stream = null;
    if (dropped != null) {
      try {
        dropped.close();
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "source " + source.id() + ": its connector does not close", failure);
      }
    }
  }

  /** Ends the run going on and closes the connector. */
  @Override
  public void close() {
    stopRun();
    turn.lock();
    try {
      dropConnector();
    } finally {
      turn.unlock();
    }
  }
}
