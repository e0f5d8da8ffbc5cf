package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.EventIntake;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes that take the events of metrics, and alerts that others raise. */
public final class EventRoutes {
  private static final String EVENTS = "/api/v1/events";
  private static final String LINES = "application/x-ndjson";
  private static final String KEY = "Idempotency-Key";
  private static final List<String> LEVELS = List.of("info", "warning", "critical");

  private final Supplier<Alerting> alerting;
  private final EventReader reader;
  private final Json json;

  /** Makes the routes. */
  public EventRoutes(Supplier<Alerting> alerting, Json json, InstantSource clock) {
    this.alerting = alerting;
    this.reader = new EventReader(clock);
    this.json = json;
  }

  /** An alert that somebody else raises, or says to be over. */
  record RaiseRequest(
      @Nullable String name,
      @Nullable String severity,
      @Nullable String status,
      @Nullable String reason,
      @Nullable Map<String, String> labels) {}

  /** The alert that was raised. */
  record RaisedAnswer(String rule, boolean firing, boolean repeated) {}

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post(EVENTS, "Takes an event: metric, at, value, labels and note.")
            .takesObject()
            .gives(200, EventsAnswer.class)
            .handledBy(this::single),
        Route.post(EVENTS + "/batch", "Takes up to 1,000 events, each on its own.")
            .query(Tense.parameter())
            .takesObject()
            .gives(200, EventsAnswer.class)
            .handledBy(this::batch),
        Route.post(EVENTS + "/stream", "Takes events line by line, and answers line by line.")
            .query(Tense.parameter())
            .takes(List.of(LINES))
            .gives(200, LINES)
            .handledBy(this::stream),
        Route.post("/api/v1/alert", "Raises an alert that something else has found, or ends it.")
            .takes(RaiseRequest.class)
            .gives(202, RaisedAnswer.class)
            .handledBy(this::raise));
  }

  private ApiResponse single(Call call) throws IOException {
    EventsAnswer answer =
        results(Tense.NEWS).take(List.of(new EventResults.Item(0, call.object(), "")), key(call));
    EventResultAnswer result = answer.results().getFirst();
    if (!result.taken()) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          String.valueOf(result.code()),
          null,
          String.valueOf(result.message()));
    }
    return call.answer(200, answer);
  }

  private ApiResponse batch(Call call) throws IOException {
    if (!(call.object().get("events") instanceof List<?> list)
        || list.isEmpty()
        || list.size() > EventIntake.MOST_EVENTS) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          "events",
          null,
          "'events' must be a list of 1 to " + EventIntake.MOST_EVENTS + " events");
    }
    List<EventResults.Item> items = new ArrayList<>();
    for (Object event : list) {
      items.add(
          new EventResults.Item(
              items.size(),
              event instanceof Map<?, ?> members ? members : null,
              "an event is a JSON object"));
    }
    return call.answer(200, results(Tense.of(call)).take(items, key(call)));
  }

  private ApiResponse stream(Call call) throws IOException {
    InputStream body = call.body();
    String key = key(call);
    EventLines lines = new EventLines(results(Tense.of(call)), json);
    return ApiResponse.streaming(200, LINES, out -> lines.answer(body, key, out));
  }

  private ApiResponse raise(Call call) throws IOException {
    RaiseRequest request = call.json(RaiseRequest.class);
    String name = Missing.member("name", request.name());
    String severity = choice("severity", request.severity(), LEVELS, "warning");
    String status = choice("status", request.status(), List.of("firing", "resolved"), "firing");
    Map<String, String> labels = new LinkedHashMap<>();
    if (request.labels() != null) {
      labels.putAll(request.labels());
    }
    labels.put("name", name);
    labels.put("severity", severity);
    boolean firing = status.equals("firing");
    String unsaid = firing ? "raised over HTTP, without a reason" : "said to be over";
    Map<String, Object> event =
        Map.of(
            "metric",
            "alert.raised",
            "value",
            firing ? 1 : 0,
            "labels",
            labels,
            "note",
            Objects.requireNonNullElse(request.reason(), unsaid));
    EventsAnswer answer =
        results(Tense.NEWS).take(List.of(new EventResults.Item(0, event, "")), key(call));
    EventResultAnswer result = answer.results().getFirst();
    if (!result.taken()) {
      throw RequestException.of(HttpError.INVALID_PARAMETER, String.valueOf(result.message()));
    }
    return call.answer(202, new RaisedAnswer("raised-" + severity, firing, answer.repeated()));
  }

  private static String choice(
      String name, @Nullable String given, List<String> allowed, String otherwise) {
    String value = given == null ? otherwise : given;
    if (!allowed.contains(value)) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          name,
          value,
          "'" + name + "' is '" + value + "' but must be one of " + String.join(", ", allowed));
    }
    return value;
  }

  private EventResults results(Tense tense) {
    return new EventResults(alerting.get().intake(), reader, tense);
  }

  private static @Nullable String key(Call call) {
    String key = call.header(KEY).orElse("").strip();
    if (key.length() > 200) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER, "header", KEY, null, KEY + " has more than 200 characters");
    }
    return key.isEmpty() ? null : key;
  }
}
