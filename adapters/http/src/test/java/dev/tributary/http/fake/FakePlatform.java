package dev.tributary.http.fake;

import dev.tributary.api.Platform;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.page.Page;
import java.util.List;
import java.util.Optional;

/** A platform in memory: two data centers with three sources, ready to be asked. */
public final class FakePlatform implements Platform {
  public final FakeEventLog events = new FakeEventLog();
  public final FakeSources sources = new FakeSources();
  public final FakeUploads uploads = new FakeUploads();
  public final FakeStore store = new FakeStore();
  public final FakeQuarantine quarantine = new FakeQuarantine();
  public Alerting alerting;
  public volatile CacheProbe cache;
  public final FakeQueries queries = new FakeQueries();

  @Override
  public DataCenters dataCenters() {
    List<DataCenter> all =
        List.of(
            new DataCenter(
                "fra",
                "Frankfurt",
                DataCenterStatus.UP,
                FakeSources.NOON,
                List.of("fra-core", "fra-drop")),
            new DataCenter("nyc", "New York", DataCenterStatus.UNKNOWN, null, List.of("nyc-api")));
    return new DataCenters() {
      @Override
      public List<DataCenter> list() {
        return all;
      }

      @Override
      public Optional<DataCenter> find(String id) {
        return all.stream().filter(center -> center.id().equals(id)).findFirst();
      }
    };
  }

  @Override
  public FakeSources sources() {
    return sources;
  }

  @Override
  public Runs runs() {
    return new Runs() {
      @Override
      public Page<dev.tributary.api.ingest.Run> list(dev.tributary.api.ingest.RunQuery query) {
        var fitting =
            FakeSources.RUNS.stream()
                .filter(run -> query.sourceId() == null || run.sourceId().equals(query.sourceId()))
                .filter(run -> query.status() == null || run.status() == query.status())
                .toList();
        return FakePages.slice(fitting, query.limit(), query.token());
      }

      @Override
      public Optional<dev.tributary.api.ingest.Run> find(String runId) {
        return FakeSources.RUNS.stream().filter(run -> run.id().equals(runId)).findFirst();
      }
    };
  }

  @Override
  public FakeQuarantine quarantine() {
    return quarantine;
  }

  @Override
  public FakeUploads uploads() {
    return uploads;
  }

  @Override
  public FakeEventLog events() {
    return events;
  }

  @Override
  public FakeQueries query() {
    return queries;
  }

  @Override
  public Alerting alerting() {
    if (alerting == null) {
      throw new UnsupportedOperationException("this test has set no alerts");
    }
    return alerting;
  }

  @Override
  public FakeStore store() {
    return store;
  }

  @Override
  public Optional<CacheProbe> cache() {
    return Optional.ofNullable(cache);
  }
}
