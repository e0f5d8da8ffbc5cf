package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.AlertControl;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertWorker;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.AlertingStatus;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes for evaluation and delivery themselves, and for trying rules. */
public final class ControlRoutes {
  private static final String ALERTS = "/api/v1/alerts";
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Supplier<Alerting> alerting;
  private final InstantSource clock;

  /** Makes the routes. */
  public ControlRoutes(Supplier<Alerting> alerting, InstantSource clock) {
    this.alerting = alerting;
    this.clock = clock;
  }

  /** What to do. */
  record ControlRequest(@Nullable String action) {}

  /** How it goes, and who does it. */
  record AlertingAnswer(AlertingStatus status, List<String> channels, List<AlertWorker> workers) {}

  /** What a rule would have done. */
  record TrialAnswer(
      Instant from,
      Instant until,
      List<TrialStepAnswer> transitions,
      EventCounts events,
      long entries,
      boolean gap) {}

  /** A transition that would have been. */
  record TrialStepAnswer(
      Map<String, String> labels,
      AlertState from,
      AlertState to,
      Instant at,
      @Nullable Double value,
      String reason) {
    static TrialStepAnswer of(Transition step) {
      return new TrialStepAnswer(
          step.alert().labels(),
          step.from(),
          step.to(),
          step.at(),
          AlertAnswer.number(step.value()),
          step.reason());
    }
  }

  /** A notification on its way. */
  record DeliveryAnswer(
      String id,
      String channel,
      Delivery.Status status,
      String title,
      boolean repeated,
      int alerts,
      int attempts,
      Instant createdAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant deliveredAt,
      @Nullable String error) {
    static DeliveryAnswer of(Delivery delivery) {
      return new DeliveryAnswer(
          delivery.notification().id(),
          delivery.channel(),
          delivery.status(),
          delivery.notification().title(),
          delivery.notification().repeated(),
          delivery.notification().items().size(),
          delivery.attempts(),
          delivery.notification().createdAt(),
          delivery.nextAttemptAt(),
          delivery.deliveredAt(),
          delivery.error());
    }
  }

  /** Notifications. */
  record DeliveriesAnswer(List<DeliveryAnswer> notifications) {}

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(ALERTS + "/status", "Shows how evaluation and delivery go, and who does them.")
            .gives(200, AlertingAnswer.class)
            .handledBy(this::status),
        Route.post(ALERTS + "/control", "Does one of pause, resume, evaluate and deliver.")
            .takes(ControlRequest.class)
            .gives(200, AlertingAnswer.class)
            .handledBy(this::control),
        Route.post(ALERTS + "/backtest", "Tries a rule, or one that is stored, on past events.")
            .takesObject()
            .gives(200, TrialAnswer.class)
            .handledBy(this::backtest),
        Route.get(ALERTS + "/notifications", "Lists notifications, newest first.")
            .query(
                Parameter.choice("status", Delivery.Status.class, "Only in this status."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most to list."))
            .gives(200, DeliveriesAnswer.class)
            .handledBy(this::notifications),
        Route.post(ALERTS + "/notifications/{id}/retry", "Tries a dead notification again.")
            .gives(200, DeliveryAnswer.class)
            .handledBy(call ->
                call.answer(
                    200,
                    DeliveryAnswer.of(alerting.get().notifications().retry(call.path("id"))))));
  }

  private ApiResponse status(Call call) {
    AlertControl control = alerting.get().control();
    return call.answer(
        200,
        new AlertingAnswer(
            control.status(), alerting.get().notifications().channels(), control.workers()));
  }

  private ApiResponse control(Call call) throws IOException {
    String action = Missing.member("action", call.json(ControlRequest.class).action());
    switch (action) {
      case "pause" -> alerting.get().control().pause();
      case "resume" -> alerting.get().control().resume();
      case "evaluate" -> alerting.get().control().evaluateNow();
      case "deliver" -> alerting.get().notifications().deliverNow();
      default ->
          throw RequestException.at(
              HttpError.INVALID_PARAMETER,
              "body",
              "action",
              action,
              "'action' is '" + action + "' but must be pause, resume, evaluate or deliver");
    }
    return status(call);
  }

  private ApiResponse backtest(Call call) throws IOException {
    Map<String, Object> body = call.object();
    AlertRule rule = RuleRoutes.named(alerting.get(), body);
    Instant until = time(body, "until", clock.instant());
    Instant from = time(body, "from", until.minus(A_DAY));
    Trial trial = Refusals.of(() -> alerting.get().rules().backtest(rule, from, until));
    return call.answer(
        200,
        new TrialAnswer(
            from,
            until,
            trial.transitions().stream().map(TrialStepAnswer::of).toList(),
            trial.counts(),
            trial.entries(),
            trial.gap()));
  }

  private static Instant time(Map<String, Object> body, String name, Instant otherwise) {
    Object value = body.get(name);
    return value == null ? otherwise : Refusals.instant("body", name, value.toString());
  }

  private ApiResponse notifications(Call call) {
    String word = call.text("status");
    Delivery.Status status =
        word == null ? null : Delivery.Status.valueOf(word.toUpperCase(Locale.ROOT));
    List<Delivery> found =
        Objects.requireNonNull(alerting.get()).notifications().list(status, call.whole("limit"));
    return call.answer(200, new DeliveriesAnswer(found.stream().map(DeliveryAnswer::of).toList()));
  }
}
