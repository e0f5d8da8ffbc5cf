package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.ingest.config.IngestError;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.FencedException;
import dev.tributary.ingest.internal.schema.SchemaWatch;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run of one source. */
public final class SourceRun {
  private static final System.Logger LOG = System.getLogger(SourceRun.class.getName());
  private static final Duration LOOK_UP = Duration.ofMillis(100);

  private final Kernel kernel;
  private final RunOrder order;
  private final RunState state;
  private final RunRecord run;
  private final RunStore store;

  private SourceRun(Kernel kernel, RunOrder order) {
    this.kernel = kernel;
    this.order = order;
    this.state = kernel.read(handle -> RunState.load(handle, order));
    this.run =
        new RunRecord(
            kernel.ids().next(), order.source().id(), order.trigger(), kernel.clock().instant());
    this.store = new RunStore(kernel, order, run, state);
  }

  /**
   * How a run ended.
   *
   * @param run the run
   * @param retryAfter how long the source wants to be left alone
   * @param connectorUsable whether the connector can be read again
   */
  public record Ended(Run run, Optional<Duration> retryAfter, boolean connectorUsable) {}

  /**
   * Runs until the source has nothing more to give.
   *
   * @param kernel what every run needs
   * @param order what to do
   * @param connector reads the source
   * @param stop says true when the run is to end after the batch in hand
   * @return how it ended; a failure is a status, not an exception
   * @throws dev.tributary.api.error.PlatformException if the store cannot even note the failure
   */
  public static Ended run(
      Kernel kernel, RunOrder order, SourceConnector connector, BooleanSupplier stop) {
    return new SourceRun(kernel, order).run(connector, stop);
  }

  /**
   * Notes a run that failed before there was a connector to read with.
   *
   * @param kernel what every run needs
   * @param order what was to be done
   * @param cause why it failed
   * @return how it ended
   */
  public static Ended failed(Kernel kernel, RunOrder order, RuntimeException cause) {
    return new SourceRun(kernel, order).failed(cause);
  }

  private Ended run(SourceConnector connector, BooleanSupplier stop) {
    SourceConfig source = order.source();
    BatchMapping mapping =
        new BatchMapping(
            source.mapping(),
            order.dataset(),
            kernel.store().datasets(),
            new SchemaWatch(source.schemaChanges(), state.versions()));
    Reading reading = new Reading(source.id(), connector, request(), mapping);
    try (reading) {
      if (order.trigger() != RunTrigger.SCHEDULE || state.pass().full()) {
        store.begin();
      }
      reading.start();
      Ended ended = storeAll(reading, stop);
      reading.close();
      return reading.hangs() ? new Ended(ended.run(), ended.retryAfter(), false) : ended;
    } catch (FencedException fenced) {
      return fenced(fenced);
    } catch (RuntimeException failure) {
      return failed(failure);
    }
  }

  private ReadRequest request() {
    SourceConfig source = order.source();
    return new ReadRequest(
        order.stream(),
        source.mode(),
        state.checkpoints(),
        source.batchRows(),
        source.batchBytes());
  }

  private Ended storeAll(Reading reading, BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      Handover next;
      try {
        next = reading.poll(LOOK_UP);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return ended(RunStatus.STOPPED);
      }
      switch (next) {
        case null -> {}
        case Handover.End end -> {
          return complete(end.faults());
        }
        case Handover.Failure failure -> {
          return failed(failure.cause());
        }
        case Handover.Next batch -> {
          if (mustPause(batch.batch()) || store.batch(batch.batch())) {
            return ended(RunStatus.STOPPED);
          }
        }
      }
    }
    return ended(RunStatus.STOPPED);
  }

  private boolean mustPause(MappedBatch batch) {
    if (batch.schema() == null || batch.schema().action() != SchemaAction.PAUSE) {
      return false;
    }
    store.pauseFor(batch.schema());
    return true;
  }

  private Ended complete(List<SourceFault> faults) {
    faults.forEach(fault -> run.error(fault.code().name(), fault.place(), fault.message()));
    RunStatus status = run.flawless() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL;
    Run ended = store.end(status, !faults.isEmpty());
    return new Ended(ended, Optional.empty(), true);
  }

  private Ended ended(RunStatus status) {
    return new Ended(store.end(status, false), Optional.empty(), true);
  }

  private Ended failed(Throwable cause) {
    RunFailure failure = RunFailure.of(cause, order.source().kind());
    // Whoever uploaded a file is told that it failed, and asks here why.
    if (failure.defect() || order.jobId() != null) {
      LOG.log(Level.ERROR, "source " + order.source().id() + ": " + failure.message(), cause);
    } else {
      LOG.log(Level.WARNING, "source {0}: {1}", order.source().id(), failure.message());
    }
    run.error(failure.code(), order.stream(), failure.message());
    try {
      return new Ended(store.end(RunStatus.FAILED, false), failure.retryAfter(), false);
    } catch (FencedException fenced) {
      return fenced(fenced);
    }
  }

  private Ended fenced(FencedException fenced) {
    LOG.log(Level.WARNING, "source {0}: {1}", order.source().id(), fenced.getMessage());
    run.error(
        IngestError.FENCED.name(),
        order.stream(),
        fenced.getMessage() + "; another node or process goes on with it");
    Run last = run.ended(RunStatus.INTERRUPTED, kernel.clock().instant());
    store.fenced(last);
    return new Ended(last, Optional.empty(), false);
  }
}
