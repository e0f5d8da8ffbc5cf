package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes for alerts as they stand, their history, and what people do with them. */
public final class HistoryRoutes {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String EVENTS = ALERTS + "/events";
  private static final String ONE = ALERTS + "/active/{fingerprint}";
  private static final int MOST_UNREAD = 50;

  private final Supplier<Alerting> alerting;

  /** Makes the routes. */
  public HistoryRoutes(Supplier<Alerting> alerting) {
    this.alerting = alerting;
  }

  /** Who does something, and what they say. */
  record PersonRequest(@Nullable String by, @Nullable String comment) {}

  /** What became of telling people. */
  record NoticesAnswer(List<NoticeAnswer> notices) {}

  /** What became of telling people of one transition through one channel. */
  record NoticeAnswer(
      String eventId,
      AlertState to,
      String channel,
      NoticeTrace.Outcome outcome,
      String reason,
      @Nullable String notificationId) {
    static NoticeAnswer of(NoticeTrace trace) {
      return new NoticeAnswer(
          Long.toString(trace.event()),
          trace.to(),
          trace.channel(),
          trace.outcome(),
          trace.reason(),
          trace.notification());
    }
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(ALERTS + "/history", "Lists what happened to alerts, newest first.")
            .query(
                Parameter.text("rule", "Only of this rule."),
                Parameter.text("fingerprint", "Only of this alert."),
                Parameter.choice("scope", HistoryQuery.Scope.class, "Left out, all."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most events to list."),
                Parameter.text("token", "Where to go on: next_token of the slice before."))
            .gives(200, AlertEventsAnswer.class)
            .handledBy(this::history),
        Route.get(EVENTS + "/unread", "Lists the events that nobody has read, at most 50.")
            .gives(200, AlertEventsAnswer.class)
            .handledBy(this::unread),
        Route.post(EVENTS + "/read-all", "Marks every event as read.")
            .gives(200, MarkedAnswer.class)
            .handledBy(call -> marked(call, "")),
        Route.post(EVENTS + "/{event_id}/read", "Marks an event as read.")
            .gives(200, MarkedAnswer.class)
            .handledBy(call -> marked(call, call.path("event_id"))),
        Route.get(ALERTS + "/active", "Lists the alerts that are on, or of any state asked for.")
            .query(
                Parameter.text("rule", "Only of this rule."),
                Parameter.choice("state", AlertState.class, "In this state instead of on."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 100, "The most alerts to list."))
            .gives(200, AlertsAnswer.class)
            .handledBy(this::active),
        Route.get(ONE, "Shows an alert.").gives(200, AlertAnswer.class).handledBy(this::show),
        Route.post(ONE + "/acknowledge", "Takes note that somebody knows of an alert.")
            .mayTake(PersonRequest.class)
            .gives(200, AlertAnswer.class)
            .handledBy(this::acknowledge),
        Route.post(ONE + "/rearm", "Lets an alert that is re-armed by hand notify again.")
            .gives(200, AlertAnswer.class)
            .handledBy(call ->
                call.answer(
                    200, AlertAnswer.of(alerting.get().alerts().rearm(call.path("fingerprint"))))),
        Route.get(ONE + "/notices", "Says who was told of an alert, and why not.")
            .query(Parameter.whole("limit", 1, Page.MOST_ITEMS, 100, "The most lines to list."))
            .gives(200, NoticesAnswer.class)
            .handledBy(this::notices));
  }

  private ApiResponse history(Call call) {
    String scope = call.text("scope");
    HistoryQuery query =
        new HistoryQuery(
            call.text("rule"),
            call.text("fingerprint"),
            scope == null
                ? HistoryQuery.Scope.ALL
                : HistoryQuery.Scope.valueOf(scope.toUpperCase(Locale.ROOT)),
            call.whole("limit"),
            call.text("token"));
    return call.answer(200, AlertEventsAnswer.of(alerting.get().alerts().history(query)));
  }

  private ApiResponse unread(Call call) {
    HistoryQuery query = new HistoryQuery(null, null, HistoryQuery.Scope.UNREAD, MOST_UNREAD, null);
    return call.answer(200, AlertEventsAnswer.of(alerting.get().alerts().history(query)));
  }

  private ApiResponse marked(Call call, String id) {
    return call.answer(200, new MarkedAnswer(alerting.get().alerts().markRead(id)));
  }

  private ApiResponse active(Call call) {
    String word = call.text("state");
    AlertState state = word == null ? null : AlertState.valueOf(word.toUpperCase(Locale.ROOT));
    AlertQuery query = new AlertQuery(call.text("rule"), state, state == null, call.whole("limit"));
    return call.answer(
        200,
        new AlertsAnswer(
            alerting.get().alerts().list(query).stream().map(AlertAnswer::of).toList()));
  }

  private ApiResponse show(Call call) {
    String fingerprint = call.path("fingerprint");
    return call.answer(
        200,
        alerting
            .get()
            .alerts()
            .find(fingerprint)
            .map(AlertAnswer::of)
            .orElseThrow(() -> Missing.thing("alert", fingerprint, "GET " + ALERTS + "/active")));
  }

  private ApiResponse acknowledge(Call call) throws IOException {
    PersonRequest person = call.json(PersonRequest.class, new PersonRequest(null, null));
    return call.answer(
        200,
        AlertAnswer.of(
            alerting
                .get()
                .alerts()
                .acknowledge(
                    call.path("fingerprint"),
                    Objects.requireNonNullElse(person.by(), "somebody over HTTP"),
                    Objects.requireNonNullElse(person.comment(), ""))));
  }

  private ApiResponse notices(Call call) {
    return call.answer(
        200,
        new NoticesAnswer(
            alerting.get().alerts().explain(call.path("fingerprint"), call.whole("limit")).stream()
                .map(NoticeAnswer::of)
                .toList()));
  }
}
