package dev.tributary.ingest.internal.freshness;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.core.StoreTransaction;
import dev.tributary.ingest.internal.ledger.RunLedger;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.ledger.SourceLedger.CenterFacts;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.source.SourceCatalog;
import dev.tributary.ingest.internal.source.SourceLane;
import dev.tributary.ingest.internal.source.SourceSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Watches how fresh the sources are. What it decides and the events about it are stored in one
 * transaction, and only when something has changed. Thread-safe.
 */
public final class FreshnessMonitor {
  private final Kernel kernel;
  private final SourceCatalog catalog;
  private final SourceSchedule schedule;

  /**
   * Makes a monitor.
   *
   * @param kernel what every run needs
   * @param catalog the sources
   * @param schedule tells when they are due
   */
  public FreshnessMonitor(Kernel kernel, SourceCatalog catalog, SourceSchedule schedule) {
    this.kernel = kernel;
    this.catalog = catalog;
    this.schedule = schedule;
  }

  /** A source with what was decided on it. */
  private record Decided(SourceFacts facts, Freshness freshness) {
    boolean changed() {
      return !word(freshness.state()).equals(facts.freshness())
          || !word(freshness.cause()).equals(facts.freshnessCause());
    }
  }

  /**
   * Decides on one source.
   *
   * @param handle a handle
   * @param lane the source
   * @param facts what the store knows of it
   * @return the verdict
   */
  public Freshness decide(Handle handle, SourceLane lane, SourceFacts facts) {
    Optional<Run> latest = RunLedger.latest(handle, facts.id());
    boolean running =
        lane.busy() || latest.filter(run -> run.status() == RunStatus.RUNNING).isPresent();
    return FreshnessRule.decide(
        new FreshnessRule.Case(
            lane.source(),
            catalog.scheduled(facts.id()),
            facts,
            running,
            latest
                .flatMap(run -> run.errors().stream().findFirst())
                .map(RunError::message)
                .orElse(""),
            schedule.next(facts.id()).orElse(null)),
        kernel.clock().instant());
  }

  /** Decides on every source and data center, and notes what has changed. */
  public void look() {
    List<Decided> sources = kernel.read(this::decideAll);
    List<CenterFacts> centers = kernel.read(SourceLedger::centers);
    sources.forEach(this::measure);
    Map<CenterFacts, DataCenterStatus> moved = moved(centers, sources);
    List<Decided> changed = sources.stream().filter(Decided::changed).toList();
    if (changed.isEmpty() && moved.isEmpty()) {
      return;
    }
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          for (Decided source : changed) {
            store(transaction, source);
          }
          for (Map.Entry<CenterFacts, DataCenterStatus> center : moved.entrySet()) {
            store(transaction, center.getKey(), center.getValue(), sources);
          }
          return true;
        });
  }

  private List<Decided> decideAll(Handle handle) {
    List<Decided> decided = new ArrayList<>();
    for (SourceFacts facts : SourceLedger.all(handle)) {
      Optional<SourceLane> lane = catalog.find(facts.id());
      if (lane.isPresent()) {
        decided.add(new Decided(facts, decide(handle, lane.get(), facts)));
      }
    }
    return decided;
  }

  private static Map<CenterFacts, DataCenterStatus> moved(
      List<CenterFacts> centers, List<Decided> sources) {
    Map<CenterFacts, DataCenterStatus> moved = new LinkedHashMap<>();
    for (CenterFacts center : centers) {
      DataCenterStatus status = CenterRule.decide(of(center, sources));
      if (!word(status).equals(center.status())) {
        moved.put(center, status);
      }
    }
    return moved;
  }

  private static List<Freshness> of(CenterFacts center, List<Decided> sources) {
    return sources.stream()
        .filter(source -> source.facts().dataCenterId().equals(center.id()))
        .map(Decided::freshness)
        .toList();
  }

  private void store(StoreTransaction transaction, Decided source) {
    Freshness now = source.freshness();
    SourceLedger.freshness(kernel.handle(transaction), source.facts().id(), now);
    String before = Objects.requireNonNullElse(source.facts().freshness(), "unknown");
    boolean first = source.facts().freshness() == null;
    if (first && now.state() == Freshness.State.UNKNOWN) {
      return;
    }
    transaction.append(
        EventTypes.SOURCE_FRESHNESS_CHANGED,
        source.facts().id(),
        Map.of(
            "from", before,
            "to", word(now.state()),
            "cause", word(now.cause()),
            "reason", now.reason()));
  }

  private void store(
      StoreTransaction transaction,
      CenterFacts center,
      DataCenterStatus status,
      List<Decided> sources) {
    SourceLedger.status(kernel.handle(transaction), center.id(), status, kernel.clock().instant());
    Map<String, Object> states = new LinkedHashMap<>();
    sources.stream()
        .filter(source -> source.facts().dataCenterId().equals(center.id()))
        .forEach(source -> states.put(source.facts().id(), word(source.freshness().state())));
    transaction.append(
        EventTypes.DATA_CENTER_STATUS_CHANGED,
        center.id(),
        Map.of("from", center.status(), "to", word(status), "sources", states));
  }

  private void measure(Decided source) {
    SourceFacts facts = source.facts();
    Instant newest = facts.lastEventTime() == null ? facts.lastNewDataAt() : facts.lastEventTime();
    if (newest != null) {
      kernel.metrics().lag(facts.id(), Duration.between(newest, kernel.clock().instant()));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
