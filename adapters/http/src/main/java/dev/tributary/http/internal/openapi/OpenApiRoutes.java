package dev.tributary.http.internal.openapi;

import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.route.Route;
import java.util.ArrayList;
import java.util.List;

/** Adds the route that describes all routes, itself included. */
public final class OpenApiRoutes {
  private OpenApiRoutes() {}

  /** The routes and, after them, the one of their document. */
  public static List<Route> describing(List<Route> routes, Json json, String version) {
    Route.Builder own =
        Route.get("/api/v1/openapi.json", "Describes this interface as OpenAPI 3.1.")
            .gives(200, Json.MEDIA_TYPE);
    List<Route> all = new ArrayList<>(routes);
    all.add(own.handledBy(call -> ApiResponse.empty(204)));
    byte[] document = json.write(new OpenApiDocument(version).of(all));
    all.set(routes.size(), own.handledBy(call -> ApiResponse.of(200, Json.MEDIA_TYPE, document)));
    return List.copyOf(all);
  }
}
