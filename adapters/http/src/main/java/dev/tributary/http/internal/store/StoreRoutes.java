package dev.tributary.http.internal.store;

import dev.tributary.api.store.StoreHealth;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.util.List;

/** Routes that look into the central store. */
public final class StoreRoutes {
  private final StoreInspector store;

  /** Makes the routes. */
  public StoreRoutes(StoreInspector store) {
    this.store = store;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/db-test/health", "Tries the central store.")
            .gives(200, StoreAnswer.class)
            .gives(503, StoreAnswer.class)
            .handledBy(this::health),
        Route.get("/api/db-test/schema", "Describes the tables of the central store.")
            .gives(200, SchemaAnswer.class)
            .handledBy(
                call -> call.answer(200, new SchemaAnswer(store.schemaVersion(), store.tables()))),
        Route.get("/api/db-test/tables", "Lists the tables of the central store with their rows.")
            .gives(200, TablesAnswer.class)
            .handledBy(call ->
                call.answer(
                    200, new TablesAnswer(store.tables().stream().map(TableAnswer::of).toList()))));
  }

  private ApiResponse health(Call call) {
    StoreHealth health = store.health();
    return call.answer(
        health.up() ? 200 : 503, new StoreAnswer(health, health.up() ? store.schemaVersion() : ""));
  }
}
