package dev.tributary.http.fake;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.api.ingest.SourceDescription;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.api.ingest.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Three sources: one fresh, one late, one that has never been read. */
public final class FakeSources implements Sources {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
  public static final List<Run> RUNS =
      List.of(
          run("r3", "fra-core", RunStatus.RUNNING, null, 40, List.of()),
          run("r2", "fra-drop", RunStatus.PARTIAL, NOON, 100, List.of()),
          run(
              "r1",
              "fra-core",
              RunStatus.FAILED,
              NOON,
              null,
              List.of(new RunError("CONNECT_FAILED", "payments", "no route; check the host"))));

  public final List<String> synced = new CopyOnWriteArrayList<>();
  private final Set<String> paused = new ConcurrentSkipListSet<>();

  /** What the next call of {@link #plan} throws; none if null. */
  public volatile RuntimeException planFailure;

  @Override
  public List<SourceStatus> list() {
    List<SourceStatus> all = new ArrayList<>();
    all.add(status("fra-core", "fra", "jdbc", Freshness.State.FRESH, RUNS.get(0)));
    all.add(status("fra-drop", "fra", "csv", Freshness.State.LATE, RUNS.get(1)));
    all.add(status("nyc-api", "nyc", "rest", Freshness.State.UNKNOWN, null));
    return all;
  }

  @Override
  public Optional<SourceStatus> find(String sourceId) {
    return list().stream().filter(status -> status.source().id().equals(sourceId)).findFirst();
  }

  @Override
  public void sync(String sourceId) {
    synced.add(require(sourceId).source().id());
  }

  @Override
  public Run collect(String sourceId) {
    return RUNS.get(0);
  }

  @Override
  public void pause(String sourceId, String reason) {
    paused.add(require(sourceId).source().id());
  }

  @Override
  public void resume(String sourceId) {
    paused.remove(require(sourceId).source().id());
  }

  @Override
  public MappingPlan plan(String sourceId, int rows) {
    if (planFailure != null) {
      throw planFailure;
    }
    require(sourceId);
    Map<String, Object> mapped = new HashMap<>();
    mapped.put("user_id", 7L);
    mapped.put("country", null);
    return new MappingPlan(
        sourceId,
        "users",
        Map.of("user_id", "CUST_NO"),
        List.of("land"),
        List.of(
            new MappingPlan.PlannedRow("users[7]", Map.of("CUST_NO", "7"), mapped, null),
            new MappingPlan.PlannedRow("users[8]", Map.of(), Map.of(), "no user_id")));
  }

  private SourceStatus require(String id) {
    return find(id)
        .orElseThrow(
            () -> new PlatformException(PlatformError.NOT_FOUND, "no source '" + id + "'"));
  }

  private SourceStatus status(
      String id, String center, String kind, Freshness.State state, Run run) {
    boolean held = paused.contains(id);
    return new SourceStatus(
        new SourceDescription(id, center, kind, "main", "transactions"),
        held ? SourceStatus.Activity.PAUSED : SourceStatus.Activity.IDLE,
        new Freshness(
            state,
            held ? Freshness.Cause.PAUSED : Freshness.Cause.NONE,
            "as expected",
            null,
            NOON,
            held ? null : NOON,
            Duration.ofMinutes(1)),
        0,
        run);
  }

  private static Run run(
      String id,
      String source,
      RunStatus status,
      Instant finished,
      Integer progress,
      List<RunError> errors) {
    return new Run(
        id,
        source,
        status,
        RunTrigger.SCHEDULE,
        NOON,
        finished,
        new RunCounts(10, 7, 2, 1, 0),
        progress,
        errors);
  }
}
