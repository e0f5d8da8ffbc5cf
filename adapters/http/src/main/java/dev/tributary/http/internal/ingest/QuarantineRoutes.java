package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.util.List;

/** Routes for the rows that were not accepted. */
public final class QuarantineRoutes {
  private final Quarantine quarantine;

  /** Makes the routes. */
  public QuarantineRoutes(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/ingest/quarantine", "Lists rows in quarantine, newest first.")
            .query(
                Parameter.text("source", "Only rows of this source."),
                Parameter.text("reason", "Only rows with this reason, such as not_a_number."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most rows to list."),
                Parameter.text("token", "Where to go on: next_token of the slice before."))
            .gives(200, QuarantineAnswer.class)
            .handledBy(this::list),
        Route.post(
                "/api/v1/ingest/quarantine/replay",
                "Tries the rows of a source again with its present mapping.")
            .takes(ReplayRequest.class)
            .gives(200, ReplayAnswer.class)
            .handledBy(this::replay));
  }

  private ApiResponse list(Call call) {
    Page<QuarantinedRow> page =
        quarantine.list(
            new QuarantineQuery(
                call.text("source"), call.text("reason"), call.whole("limit"), call.text("token")));
    return call.answer(
        200,
        new QuarantineAnswer(
            page.items().stream().map(QuarantinedRowAnswer::of).toList(), page.nextToken()));
  }

  private ApiResponse replay(Call call) throws IOException {
    String source = Missing.member("source_id", call.json(ReplayRequest.class).sourceId());
    Quarantine.Replay replay = quarantine.replay(source);
    return call.answer(
        200, new ReplayAnswer(source, replay.accepted(), replay.superseded(), replay.kept()));
  }
}
