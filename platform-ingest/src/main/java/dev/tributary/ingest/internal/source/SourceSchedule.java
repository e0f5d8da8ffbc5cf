package dev.tributary.ingest.internal.source;

import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.core.ScheduledRun;
import dev.tributary.core.Scheduler;
import dev.tributary.core.StoreEngine;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.run.Kernel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When sources are read: on their schedule, on request, and sooner than the schedule says after a
 * failure. Thread-safe.
 */
public final class SourceSchedule implements AutoCloseable {
  /** The scheduler's task that reads sources; its instances are their ids. */
  public static final String TASK = "ingest-source";

  private final SourceCatalog catalog;
  private final Kernel kernel;
  private final Set<String> requested = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Scheduler scheduler;
  private volatile boolean closing;

  /**
   * Makes it.
   *
   * @param catalog the sources
   * @param kernel what every run needs
   */
  public SourceSchedule(SourceCatalog catalog, Kernel kernel) {
    this.catalog = catalog;
    this.kernel = kernel;
  }

  /**
   * Puts every source on the schedule.
   *
   * @param value runs what is due
   */
  public void start(Scheduler value) {
    this.scheduler = value;
    kernel
        .read(SourceLedger::all)
        .forEach(facts -> catalog.find(facts.id()).ifPresent(lane -> lane.recall(facts)));
    for (SourceLane lane : catalog.lanes()) {
      if (catalog.scheduled(lane.source().id())) {
        value.schedule(TASK, lane.source().id(), lane.source().every());
        lane.restUntil().ifPresent(end -> wakeUp(lane, end));
      }
    }
  }

  /**
   * Does what is due.
   *
   * @param due which source
   */
  public void run(ScheduledRun due) {
    SourceLane lane = catalog.find(due.instance()).orElse(null);
    if (lane == null) {
      forget(due.instance());
      return;
    }
    boolean asked = requested.remove(due.instance());
    Optional<SourceFacts> facts = kernel.read(handle -> SourceLedger.facts(handle, due.instance()));
    facts.ifPresent(lane::recall);
    boolean resting = lane.restUntil().isPresent() && !asked;
    if (closing || resting || facts.filter(SourceFacts::paused).isPresent()) {
      return;
    }
    lane.run(asked ? RunTrigger.REQUEST : RunTrigger.SCHEDULE, () -> closing || due.stopping());
    lane.restUntil().ifPresent(end -> wakeUp(lane, end));
  }

  /**
   * Asks for a run as soon as possible.
   *
   * @param sourceId the source
   */
  public void runSoon(String sourceId) {
    requested.add(sourceId);
    Scheduler present = scheduler;
    if (present != null) {
      present.runSoon(TASK, sourceId);
    } else {
      Thread.ofPlatform()
          .daemon()
          .name("tributary-request-" + sourceId)
          .start(() -> {
            if (requested.remove(sourceId)) {
              catalog.lane(sourceId).run(RunTrigger.REQUEST, () -> closing);
            }
          });
    }
  }

  /**
   * When a source is due.
   *
   * @param sourceId the source
   * @return the time, if it is on a schedule that runs
   */
  public Optional<Instant> next(String sourceId) {
    Scheduler present = scheduler;
    Optional<Instant> planned = present == null ? Optional.empty() : present.next(TASK, sourceId);
    Optional<Instant> rest = catalog.find(sourceId).flatMap(SourceLane::restUntil);
    return rest.isPresent() && planned.isPresent() && planned.get().isBefore(rest.get())
        ? rest
        : planned;
  }

  /**
   * Whether there is a scheduler.
   *
   * @return true once started
   */
  public boolean started() {
    return scheduler != null;
  }

  /**
   * Whether no more runs begin.
   *
   * @return true once closed
   */
  public boolean closing() {
    return closing;
  }

  /** Lets runs end after the batch in hand and begins no more. */
  @Override
  public void close() {
    closing = true;
  }

  /** Another node may still have the source; here nothing is left to do for it. */
  private void forget(String sourceId) {
    Scheduler present = scheduler;
    if (present != null && kernel.store().engine() == StoreEngine.SQLITE) {
      present.cancel(TASK, sourceId);
    }
  }

  /** A retry that is due before the schedule's next run is asked for. */
  private void wakeUp(SourceLane lane, Instant end) {
    Duration rest = Duration.between(kernel.clock().instant(), end);
    Scheduler present = scheduler;
    if (present != null && rest.compareTo(lane.source().every()) < 0 && !closing) {
      CompletableFuture.delayedExecutor(Math.max(0, rest.toMillis()) + 1, TimeUnit.MILLISECONDS)
          .execute(() -> {
            if (!closing) {
              present.runSoon(TASK, lane.source().id());
            }
          });
    }
  }
}
