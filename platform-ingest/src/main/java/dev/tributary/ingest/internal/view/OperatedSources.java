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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return kernel
        .store()
        .<List<SourceStatus>, RuntimeException>read(connection -> {
          List<SourceStatus> found = new ArrayList<>();
          for (SourceLane lane : catalog.lanes()) {
            status(connection, lane).ifPresent(found::add);
          }
          return found;
        });
  }

  @Override
  public Optional<SourceStatus> find(String sourceId) {
    return catalog
        .find(sourceId)
        .flatMap(lane ->
            kernel
                .store()
                .<Optional<SourceStatus>, RuntimeException>read(
                    connection -> status(connection, lane)));
  }

  private Optional<SourceStatus> status(Connection connection, SourceLane lane)
      throws SQLException {
    SourceConfig source = lane.source();
    Optional<SourceFacts> known = SourceLedger.facts(connection, source.id());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    SourceFacts facts = known.get();
    Optional<Run> latest = RunLedger.latest(connection, source.id());
    boolean running =
        lane.busy() || latest.filter(run -> run.status() == RunStatus.RUNNING).isPresent();
    Activity activity =
        running ? Activity.RUNNING : facts.paused() ? Activity.PAUSED : Activity.IDLE;
    Freshness freshness = monitor.decide(connection, lane, facts);
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
          if (SourceLedger.pause(transaction.connection(), sourceId, reason)) {
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
          SchemaLedger.accept(transaction.connection(), RunOrder.registryPrefix(sourceId));
          if (SourceLedger.pause(transaction.connection(), sourceId, null)) {
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
    Optional<SourceFacts> facts =
        kernel
            .store()
            .<Optional<SourceFacts>, RuntimeException>read(
                connection -> SourceLedger.facts(connection, id));
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
