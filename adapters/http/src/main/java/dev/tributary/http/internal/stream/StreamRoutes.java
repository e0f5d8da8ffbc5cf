package dev.tributary.http.internal.stream;

import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.event.EventLog;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The route that streams events. */
public final class StreamRoutes {
  private static final String RESUME_HEADER = "Last-Event-ID";
  private static final String RESUME_PARAMETER = "last_event_id";

  private static final List<String> ALERTS =
      List.of(
          AlertEventTypes.TRANSITION,
          AlertEventTypes.ACKNOWLEDGED,
          AlertEventTypes.INCIDENT_CHANGED,
          AlertEventTypes.SILENCE_CHANGED,
          AlertEventTypes.NOTIFICATION,
          AlertEventTypes.RULE_SET,
          AlertEventTypes.RULE_REMOVED,
          AlertEventTypes.WINDOWS_MOVED);

  private final EventLog log;
  private final Json json;
  private final OpenStreams streams;
  private final Duration heartbeat;

  /** Makes the route. */
  public StreamRoutes(EventLog log, Json json, OpenStreams streams, Duration heartbeat) {
    this.log = log;
    this.json = json;
    this.streams = streams;
    this.heartbeat = heartbeat;
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/ingest/stream",
                "Streams events as they happen; goes on after Last-Event-ID where it is given.")
            .query(
                Parameter.whole(
                    RESUME_PARAMETER,
                    0,
                    Long.MAX_VALUE,
                    "Begin after this event, 0 with the oldest; left out, with the next to come."
                        + " The header Last-Event-ID goes before it."),
                Parameter.texts("type", "Only events of this type, such as run.finished."),
                Parameter.texts("source", "Only events of this source or data center."))
            .gives(200, OpenStreams.MEDIA_TYPE)
            .handledBy(this::stream));
  }

  /** The route that streams what happens to alerts. */
  public List<Route> alerts() {
    return List.of(
        Route.get(
                "/api/v1/alerts/stream",
                "Streams what happens to alerts; goes on after Last-Event-ID where it is given.")
            .query(
                Parameter.whole(
                    RESUME_PARAMETER,
                    0,
                    Long.MAX_VALUE,
                    "Begin after this event, 0 with the oldest; left out, with the next to come."),
                Parameter.texts("rule", "Only of this rule."))
            .gives(200, OpenStreams.MEDIA_TYPE)
            .handledBy(call -> stream(call, new EventFilter(ALERTS, call.texts("rule")))));
  }

  private ApiResponse stream(Call call) {
    return stream(call, new EventFilter(call.texts("type"), call.texts("source")));
  }

  private ApiResponse stream(Call call, EventFilter filter) {
    long afterId = place(call).orElseGet(log::lastId);
    EventStream stream = new EventStream(log, filter, heartbeat);
    return streams.streamed(
        (out, turn) -> stream.follow(afterId, new EventFrames(out, json), turn));
  }

  private static Optional<Long> place(Call call) {
    String header = call.header(RESUME_HEADER).orElse("").strip();
    if (!header.isEmpty()) {
      return Optional.of(number(header));
    }
    return Optional.ofNullable(call.text(RESUME_PARAMETER)).map(Long::parseLong);
  }

  private static long number(String header) {
    try {
      long id = Long.parseLong(header);
      if (id >= 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // said below, with what is allowed
    }
    throw RequestException.at(
        HttpError.INVALID_PARAMETER,
        "header",
        RESUME_HEADER,
        header,
        RESUME_HEADER + " is '" + header + "' but must be the id of an event, a whole number");
  }
}
