package dev.tributary.http.internal.ingest;

import dev.tributary.api.Platform;
import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes that show how everything stands, and that ask for a run. */
public final class StatusRoutes {
  private final Platform platform;
  private final InstantSource clock;

  /** Makes the routes. */
  public StatusRoutes(Platform platform, InstantSource clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/ingest/status",
                "Shows every source: what it does, how fresh it is and why, and its latest run.")
            .query(
                Parameter.text("source", "Only this source."),
                Parameter.text("data_center", "Only sources of this data center."))
            .gives(200, IngestStatus.class)
            .handledBy(this::status),
        Route.post(
                "/api/v1/ingest/sync",
                "Asks for a run of one source, or of all sources of a data center, as soon as"
                    + " possible.")
            .takes(SyncRequest.class)
            .gives(202, SyncAnswer.class)
            .handledBy(this::sync),
        Route.get("/api/v1/data-centers", "Lists the data centers with their sources.")
            .gives(200, DataCentersAnswer.class)
            .handledBy(this::dataCenters),
        Route.get("/api/v1/data-centers/{id}", "Shows one data center with its sources.")
            .gives(200, DataCenterAnswer.class)
            .handledBy(this::dataCenter));
  }

  private ApiResponse status(Call call) {
    // The position is taken first: what happens in between is then told twice, never missed.
    String position = Long.toString(platform.events().lastId());
    String source = call.text("source");
    String center = call.text("data_center");
    List<SourceAnswer> sources =
        platform.sources().list().stream()
            .filter(status -> source == null || status.source().id().equals(source))
            .filter(status -> center == null || status.source().dataCenterId().equals(center))
            .map(SourceAnswer::of)
            .toList();
    return call.answer(200, new IngestStatus(clock.instant(), position, sources));
  }

  private ApiResponse sync(Call call) throws IOException {
    SyncRequest wanted = call.json(SyncRequest.class);
    List<String> sources = sourcesOf(wanted.sourceId(), wanted.dataCenterId());
    sources.forEach(platform.sources()::sync);
    return call.answer(202, new SyncAnswer(sources));
  }

  private List<String> sourcesOf(@Nullable String sourceId, @Nullable String centerId) {
    if ((sourceId == null) == (centerId == null)) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          "source_id",
          sourceId,
          "give either 'source_id' or 'data_center_id'");
    }
    return centerId == null ? List.of(String.valueOf(sourceId)) : find(centerId).sourceIds();
  }

  private ApiResponse dataCenters(Call call) {
    List<SourceStatus> all = platform.sources().list();
    return call.answer(
        200,
        new DataCentersAnswer(
            platform.dataCenters().list().stream()
                .map(center -> DataCenterAnswer.of(center, all))
                .toList()));
  }

  private ApiResponse dataCenter(Call call) {
    return call.answer(200, DataCenterAnswer.of(find(call.path("id")), platform.sources().list()));
  }

  private DataCenter find(String id) {
    return platform
        .dataCenters()
        .find(id)
        .orElseThrow(() -> Missing.thing("data center", id, "GET /api/v1/data-centers"));
  }
}
