package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.api.ingest.Sources;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.util.List;

/** Routes of one source: look, pause, resume, and see what its mapping does. */
public final class SourceRoutes {
  private static final String SOURCE = "/api/v1/ingest/sources/{id}";
  private static final int MOST_PLANNED_ROWS = 100;

  private final Sources sources;

  /** Makes the routes. */
  public SourceRoutes(Sources sources) {
    this.sources = sources;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(SOURCE, "Shows how one source stands.")
            .gives(200, SourceAnswer.class)
            .handledBy(this::show),
        Route.post(SOURCE + "/pause", "Leaves a source alone until it is resumed.")
            .mayTake(PauseRequest.class)
            .gives(200, SourceAnswer.class)
            .handledBy(this::pause),
        Route.post(
                SOURCE + "/resume",
                "Takes a paused source up again and accepts its present columns as the known ones.")
            .gives(200, SourceAnswer.class)
            .handledBy(this::resume),
        Route.get(
                SOURCE + "/plan",
                "Shows what the mapping makes of real rows of the source, writing nothing.")
            .query(Parameter.whole("rows", 1, MOST_PLANNED_ROWS, 10, "The most rows to show."))
            .gives(200, MappingPlan.class)
            .handledBy(
                call -> call.answer(200, sources.plan(call.path("id"), call.whole("rows")))));
  }

  private ApiResponse show(Call call) {
    return call.answer(200, SourceAnswer.of(find(call.path("id"))));
  }

  private ApiResponse pause(Call call) throws IOException {
    String reason = call.json(PauseRequest.class, new PauseRequest(null)).reason();
    sources.pause(call.path("id"), reason == null ? "asked for over HTTP" : reason);
    return show(call);
  }

  private ApiResponse resume(Call call) {
    sources.resume(call.path("id"));
    return show(call);
  }

  private SourceStatus find(String id) {
    return sources
        .find(id)
        .orElseThrow(() -> Missing.thing("source", id, "GET /api/v1/ingest/status"));
  }
}
