package dev.tributary.http.internal.route;

import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** All routes, and the way of a request to its own. Thread-safe. */
public final class RouteTable {
  private final List<Route> routes;
  private final Bodies bodies;

  /** Makes a table whose routes read bodies up to a limit. */
  public RouteTable(List<Route> routes, Json json, long mostBodyBytes) {
    this.routes = List.copyOf(routes);
    this.bodies = new Bodies(json, mostBodyBytes);
  }

  /** The routes in order. */
  public List<Route> routes() {
    return routes;
  }

  /** Finds the route of a request, or refuses with what exists at its path. */
  public RouteMatch match(ApiRequest request) {
    return find(request.method(), request.path())
        .orElseThrow(() -> nothing(request.method(), request.path()));
  }

  /** Runs a route. */
  public ApiResponse run(ApiRequest request, RouteMatch match) throws IOException {
    return match.route().handler().handle(new Call(request, match, bodies));
  }

  /** The methods that a path has, {@code HEAD} and {@code OPTIONS} among them; empty if none. */
  public List<String> methods(String path) {
    TreeSet<String> methods = new TreeSet<>();
    List<String> segments = PathTemplate.split(path);
    for (Route route : routes) {
      if (route.match(segments).isPresent()) {
        methods.add(route.method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return new ArrayList<>(methods);
  }

  private Optional<RouteMatch> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> segments = PathTemplate.split(path);
    return routes.stream()
        .filter(route -> route.method().equals(wanted))
        .flatMap(
            route -> route.match(segments).map(values -> new RouteMatch(route, values)).stream())
        .findFirst();
  }

  private RequestException nothing(String method, String path) {
    List<String> methods = methods(path);
    if (methods.isEmpty()) {
      return RequestException.of(
          HttpError.ROUTE_NOT_FOUND,
          "there is nothing at " + path + "; see /api/v1/openapi.json for what there is");
    }
    String allowed = String.join(", ", methods);
    return RequestException.of(
        HttpError.METHOD_NOT_ALLOWED,
        method + " does not work at " + path + "; it takes " + allowed,
        "Allow",
        allowed);
  }
}
