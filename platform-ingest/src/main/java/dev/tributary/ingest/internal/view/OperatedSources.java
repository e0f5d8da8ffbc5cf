package dev.tributary.ingest.internal.view;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.api.ingest.SourceDescription;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.api.ingest.SourceStatus.Activity;
import dev.tributary.api.ingest.Sources;
import dev.tributary.ingest.config.IngestError;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.freshness.FreshnessMonitor;
import dev.tributary.ingest.internal.ledger.RunLedger;
import dev.tributary.ingest.internal.ledger.SchemaLedger;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.run.RunOrder;
import dev.tributary.ingest.internal.source.SourceCatalog;
import dev.tributary.ingest.internal.source.SourceLane;
import dev.tributary.ingest.internal.source.SourceSchedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The sources, and what operators do with them. Thread-safe. */
public final class OperatedSources implements Sources {
  private final Kernel kernel;
  private final SourceCatalog catalog;
  private final SourceSchedule schedule;
  private final FreshnessMonitor monitor;
  private final MappingPreview preview;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   * @param catalog the sources
   * @param schedule runs them
   * @param monitor decides how fresh they are
   * @param preview shows what mappings do
   */
  public OperatedSources(
      Kernel kernel,
      SourceCatalog catalog,
      SourceSchedule schedule,
      FreshnessMonitor monitor,
      MappingPreview preview) {
    this.kernel = kernel;
    this.catalog = catalog;
    this.schedule = schedule;
    this.monitor = monitor;
    this.preview = preview;
  }

  @Override
  public List<SourceStatus> list() {
    return kernel.read(
        handle -> catalog.lanes().stream().flatMap(lane -> status(handle, lane).stream()).toList());
  }

  @Override
  public Optional<SourceStatus> find(String sourceId) {
    return catalog.find(sourceId).flatMap(lane -> kernel.read(handle -> status(handle, lane)));
  }

  private Optional<SourceStatus> status(Handle handle, SourceLane lane) {
    SourceConfig source = lane.source();
    Optional<SourceFacts> known = SourceLedger.facts(handle, source.id());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    SourceFacts facts = known.get();
    Optional<Run> latest = RunLedger.latest(handle, source.id());
    boolean running =
        lane.busy() || latest.filter(run -> run.status() == RunStatus.RUNNING).isPresent();
    Activity activity =
        running ? Activity.RUNNING : facts.paused() ? Activity.PAUSED : Activity.IDLE;
    Freshness freshness = monitor.decide(handle, lane, facts);
    return Optional.of(
        new SourceStatus(
            new SourceDescription(
                source.id(),
                source.dataCenterId(),
                source.kind(),
                facts.stream(),
                source.dataset()),
            activity,
            freshness,
            facts.consecutiveFailures(),
            latest.orElse(null)));
  }

  @Override
  public void sync(String sourceId) {
    requireActive(catalog.lane(sourceId));
    schedule.runSoon(sourceId);
  }

  @Override
  public Run collect(String sourceId) {
    SourceLane lane = catalog.lane(sourceId);
    requireActive(lane);
    Run run = lane.run(RunTrigger.REQUEST, schedule::closing);
    monitor.look();
    return run;
  }

  @Override
  public void pause(String sourceId, String reason) {
    SourceLane lane = catalog.lane(sourceId);
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          if (SourceLedger.pause(kernel.handle(transaction), sourceId, reason)) {
            transaction.append(
                EventTypes.SOURCE_PAUSED, sourceId, Map.of("paused", true, "reason", reason));
          }
          return true;
        });
    lane.stopRun();
  }

  @Override
  public void resume(String sourceId) {
    catalog.lane(sourceId);
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          SchemaLedger.accept(kernel.handle(transaction), RunOrder.registryPrefix(sourceId));
          if (SourceLedger.pause(kernel.handle(transaction), sourceId, null)) {
            transaction.append(
                EventTypes.SOURCE_PAUSED, sourceId, Map.of("paused", false, "reason", ""));
          }
          return true;
        });
    if (schedule.started()) {
      schedule.runSoon(sourceId);
    }
  }

  @Override
  public MappingPlan plan(String sourceId, int rows) {
    return preview.of(catalog.lane(sourceId), rows);
  }

  private void requireActive(SourceLane lane) {
    String id = lane.source().id();
    Optional<SourceFacts> facts = kernel.read(handle -> SourceLedger.facts(handle, id));
    if (facts.filter(SourceFacts::paused).isPresent()) {
      throw new PlatformException(
          IngestError.SOURCE_PAUSED,
          "source '%s' is paused: %s; resume it first".formatted(id, facts.get().pausedReason()));
    }
    if (!catalog.scheduled(id)) {
      throw new PlatformException(
          IngestError.NOT_A_FILE_SOURCE,
          "source '" + id + "' only takes uploads; there is nothing else to read");
    }
  }
}
