package dev.tributary.embedded.internal.origin;

import dev.tributary.api.event.EventLog;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.query.DataOrigin;
import dev.tributary.api.query.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Traces tables of the central store: a dataset to the sources that feed it, and its version to the
 * event after which their rows last changed. Thread-safe.
 */
public final class StoreOrigin implements DataOrigin {
  /** How long the states of sources stand when nothing is heard of any: they age with the clock. */
  private static final Duration LISTED_FOR = Duration.ofSeconds(1);

  private final Sources sources;
  private final Set<String> datasets;
  private final Changes changes;
  private final AtomicReference<@Nullable Listed> listed = new AtomicReference<>();

  /**
   * Makes it.
   *
   * @param sources the sources
   * @param datasets the tables that sources feed
   * @param log the log their changes are written to
   */
  public StoreOrigin(Sources sources, Set<String> datasets, EventLog log) {
    this.sources = sources;
    this.datasets = Set.copyOf(datasets);
    this.changes = new Changes(log);
  }

  @Override
  public Provenance trace(Set<String> tables, Instant at) {
    changes.follow();
    List<SourceStatus> all = all(at);
    List<Provenance.SourceAge> feeding =
        all.stream()
            .filter(status -> tables.contains(status.source().dataset()))
            .map(StoreOrigin::age)
            .toList();
    return new Provenance(Long.toString(version(tables, all)), at, feeding);
  }

  /** The sources as they were after the newest event of any, which costs queries for each. */
  private List<SourceStatus> all(Instant at) {
    long event = changes.newestOfSources();
    Listed known = listed.get();
    if (known == null || !known.standsFor(event, at)) {
      known = new Listed(event, at, sources.list());
      listed.set(known);
    }
    return known.all();
  }

  /** The sources, as they were at a time and after an event. */
  private record Listed(long event, Instant at, List<SourceStatus> all) {
    boolean standsFor(long newest, Instant now) {
      return event == newest && Duration.between(at, now).abs().compareTo(LISTED_FOR) < 0;
    }
  }

  /** Sources that nobody lists may feed any dataset. */
  private long version(Set<String> tables, List<SourceStatus> all) {
    if (!datasets.containsAll(tables)) {
      return changes.newest();
    }
    return changes.newestBut(
        all.stream()
            .filter(status -> !tables.contains(status.source().dataset()))
            .map(status -> status.source().id())
            .collect(Collectors.toSet()));
  }

  private static Provenance.SourceAge age(SourceStatus status) {
    Freshness freshness = status.freshness();
    return new Provenance.SourceAge(
        status.source().id(),
        status.source().dataCenterId(),
        freshness.state().name().toLowerCase(Locale.ROOT),
        freshness.lastSuccess(),
        freshness.lastEventTime());
  }
}
