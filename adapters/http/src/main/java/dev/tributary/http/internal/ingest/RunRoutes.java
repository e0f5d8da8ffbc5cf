package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.util.List;
import java.util.Locale;

/** Routes that show runs. */
public final class RunRoutes {
  private final Runs runs;

  /** Makes the routes. */
  public RunRoutes(Runs runs) {
    this.runs = runs;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/ingest/runs", "Lists runs, newest first.")
            .query(
                Parameter.text("source", "Only runs of this source."),
                Parameter.choice("status", RunStatus.class, "Only runs in this status."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most runs to list."),
                Parameter.text("token", "Where to go on: next_token of the slice before."))
            .gives(200, RunsAnswer.class)
            .handledBy(this::list),
        Route.get("/api/v1/ingest/runs/{id}", "Shows one run.")
            .gives(200, Run.class)
            .handledBy(this::show));
  }

  private ApiResponse list(Call call) {
    String status = call.text("status");
    Page<Run> page =
        runs.list(
            new RunQuery(
                call.text("source"),
                status == null ? null : RunStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                call.whole("limit"),
                call.text("token")));
    return call.answer(200, new RunsAnswer(page.items(), page.nextToken()));
  }

  private ApiResponse show(Call call) {
    String id = call.path("id");
    return call.answer(
        200, runs.find(id).orElseThrow(() -> Missing.thing("run", id, "GET /api/v1/ingest/runs")));
  }
}
