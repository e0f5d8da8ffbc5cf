package dev.tributary.http;

import dev.tributary.api.Platform;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.RequestId;
import dev.tributary.http.internal.alert.ControlRoutes;
import dev.tributary.http.internal.alert.CourseRoutes;
import dev.tributary.http.internal.alert.EventRoutes;
import dev.tributary.http.internal.alert.GenerateRoutes;
import dev.tributary.http.internal.alert.HistoryRoutes;
import dev.tributary.http.internal.alert.IncidentRoutes;
import dev.tributary.http.internal.alert.RuleRoutes;
import dev.tributary.http.internal.cache.CacheRoutes;
import dev.tributary.http.internal.cors.Cors;
import dev.tributary.http.internal.ingest.QuarantineRoutes;
import dev.tributary.http.internal.ingest.RunRoutes;
import dev.tributary.http.internal.ingest.SourceRoutes;
import dev.tributary.http.internal.ingest.StatusRoutes;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.openapi.OpenApiRoutes;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Problems;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.query.QuestionRoutes;
import dev.tributary.http.internal.query.SchemaRoutes;
import dev.tributary.http.internal.query.SqlRoutes;
import dev.tributary.http.internal.route.Route;
import dev.tributary.http.internal.route.RouteMatch;
import dev.tributary.http.internal.route.RouteTable;
import dev.tributary.http.internal.store.HealthRoutes;
import dev.tributary.http.internal.store.StoreRoutes;
import dev.tributary.http.internal.stream.OpenStreams;
import dev.tributary.http.internal.stream.StreamRoutes;
import dev.tributary.http.internal.upload.UploadRoutes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTTP interface of a platform, for any server: the server hands in each request under {@code
 * /api}, {@code /redis-test}, {@code /health} and {@code /metrics}, and sends the answer that comes
 * back. Thread-safe.
 */
public final class HttpApi implements AutoCloseable {
  private final RouteTable table;
  private final Cors cors;
  private final Problems problems;
  private final OpenStreams streams;

  private HttpApi(RouteTable table, Cors cors, Problems problems, OpenStreams streams) {
    this.table = table;
    this.cors = cors;
    this.problems = problems;
    this.streams = streams;
  }

  /**
   * Makes the interface of a platform.
   *
   * @param platform the platform, not closed with this
   * @param config the settings
   * @param metrics gives all metrics in the text format of Prometheus
   * @param clock the time
   * @param version the version of the service, shown by health and the OpenAPI document
   * @return the interface
   */
  public static HttpApi of(
      Platform platform,
      HttpConfig config,
      Supplier<String> metrics,
      InstantSource clock,
      String version) {
    Json json = new Json();
    OpenStreams streams = new OpenStreams(config.mostStreams(), config.stallLimit());
    List<Route> routes = new ArrayList<>();
    routes.addAll(new HealthRoutes(platform.store(), metrics, clock, version).routes());
    routes.addAll(new StatusRoutes(platform, clock).routes());
    routes.addAll(new SourceRoutes(platform.sources()).routes());
    routes.addAll(new RunRoutes(platform.runs()).routes());
    routes.addAll(new QuarantineRoutes(platform.quarantine()).routes());
    routes.addAll(new UploadRoutes(platform.uploads()).routes());
    routes.addAll(new StreamRoutes(platform.events(), json, streams, config.heartbeat()).routes());
    routes.addAll(new StoreRoutes(platform.store()).routes());
    routes.addAll(new CacheRoutes(platform::cache).routes());
    routes.addAll(new QuestionRoutes(platform.query(), json, streams).routes());
    routes.addAll(new SqlRoutes(platform.query()).routes());
    routes.addAll(new SchemaRoutes(platform.query()).routes());
    routes.addAll(alerts(platform, json, clock));
    routes.addAll(new StreamRoutes(platform.events(), json, streams, config.heartbeat()).alerts());
    routes.addAll(new RuleRoutes(platform::alerting).alerts());
    return new HttpApi(
        new RouteTable(
            OpenApiRoutes.describing(routes, json, version), json, config.mostBodyBytes()),
        new Cors(config.corsOrigins()),
        new Problems(json, clock),
        streams);
  }

  /** Those with literal paths; {@code /alerts/{id}} comes after all of them. */
  private static List<Route> alerts(Platform platform, Json json, InstantSource clock) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new EventRoutes(platform::alerting, json, clock).routes());
    routes.addAll(new GenerateRoutes(platform::alerting, clock).routes());
    routes.addAll(new RuleRoutes(platform::alerting).metrics());
    routes.addAll(new HistoryRoutes(platform::alerting).routes());
    routes.addAll(new CourseRoutes(platform::alerting, clock).routes());
    routes.addAll(new ControlRoutes(platform::alerting, clock).routes());
    routes.addAll(new IncidentRoutes(platform::alerting, clock).routes());
    return routes;
  }

  /**
   * Answers a request. Never throws: whatever goes wrong is an answer too, and is logged.
   *
   * @param request the request
   * @return the answer, with the request id among its headers
   */
  public ApiResponse answer(ApiRequest request) {
    ApiResponse response = cors.expose(request, attempt(request));
    return response
        .with(RequestId.HEADER, request.requestId())
        .with("X-Content-Type-Options", "nosniff");
  }

  /**
   * Answers what the server could not read as a request.
   *
   * @param request what is known of it
   * @param detail what is wrong with it
   * @return a problem, with the request id among its headers
   */
  public ApiResponse malformed(ApiRequest request, String detail) {
    return problems
        .answer(request, RequestException.of(HttpError.MALFORMED_REQUEST, detail))
        .with(RequestId.HEADER, request.requestId());
  }

  /**
   * Answers a request whose answer could not be sent, or that the server itself failed on.
   *
   * @param request what is known of it
   * @param failure what went wrong, for the log
   * @return a problem, with the request id among its headers
   */
  public ApiResponse failed(ApiRequest request, Throwable failure) {
    return problems.answer(request, failure).with(RequestId.HEADER, request.requestId());
  }

  /**
   * Every route, for those who mount or list them one by one.
   *
   * @return method and path template, such as {@code GET /api/v1/ingest/runs/{id}}
   */
  public List<String> routes() {
    return table.routes().stream().map(route -> route.method() + " " + route.path()).toList();
  }

  /**
   * How many event streams are open.
   *
   * @return from 0 to the most that are allowed
   */
  public int openStreams() {
    return streams.count();
  }

  /** Ends all event streams; other requests are still answered. */
  @Override
  public void close() {
    streams.close();
  }

  private ApiResponse attempt(ApiRequest request) {
    try {
      cors.check(request);
      List<String> methods = table.methods(request.path());
      Optional<ApiResponse> preflight = cors.preflight(request, methods);
      return preflight.isPresent() ? preflight.get() : route(request, methods);
    } catch (Throwable e) { // the boundary: whatever it is, the client is told and the log has it
      return problems.answer(request, e);
    }
  }

  private ApiResponse route(ApiRequest request, List<String> methods) {
    if (request.method().equals("OPTIONS") && !methods.isEmpty()) {
      return ApiResponse.empty(204).with("Allow", String.join(", ", methods));
    }
    RouteMatch match = table.match(request);
    ApiResponse response = run(request, match).from(match.route().path());
    return request.method().equals("HEAD") ? response.withoutBody() : response;
  }

  private ApiResponse run(ApiRequest request, RouteMatch match) {
    try {
      return table.run(request, match);
    } catch (Throwable e) { // the boundary: whatever it is, the client is told and the log has it
      return problems.answer(request, e);
    }
  }
}
