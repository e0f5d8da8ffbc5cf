package dev.tributary.http.internal.query;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.util.List;
import java.util.Objects;

/** Routes that tell what can be asked. */
public final class SchemaRoutes {
  private static final String SCHEMA = "/api/v1/schema";
  private static final int MOST_SUGGESTIONS = 50;
  private static final int SUGGESTIONS = 8;

  private final QueryEngine engine;

  /** Makes the routes. */
  public SchemaRoutes(QueryEngine engine) {
    this.engine = engine;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/query/suggestions", "Suggests questions that can be answered.")
            .query(
                Parameter.text("prefix", "What somebody has typed so far."),
                Parameter.text("session_id", "The conversation they go on with."),
                Parameter.whole("limit", 1, MOST_SUGGESTIONS, SUGGESTIONS, "The most to give."))
            .gives(200, SuggestionsAnswer.class)
            .handledBy(this::suggest),
        Route.get(SCHEMA, "Shows the tables that questions can be about.")
            .gives(200, DataSchema.class)
            .handledBy(call -> call.answer(200, engine.schema())),
        Route.post(SCHEMA + "/refresh", "Looks at the tables anew.")
            .gives(200, DataSchema.class)
            .handledBy(call -> call.answer(200, engine.refreshSchema())));
  }

  private ApiResponse suggest(Call call) {
    return call.answer(
        200,
        new SuggestionsAnswer(
            engine.suggestions(
                Objects.requireNonNullElse(call.text("prefix"), ""),
                Asking.session("query", call.text("session_id")),
                call.whole("limit"))));
  }
}
