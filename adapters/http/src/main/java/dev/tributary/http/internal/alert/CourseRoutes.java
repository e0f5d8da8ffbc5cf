package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.api.alert.WindowValue;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The route that shows the course of the values that led to an alert. */
public final class CourseRoutes {
  private static final Duration LEAD = Duration.ofMinutes(10);

  private final Supplier<Alerting> alerting;
  private final InstantSource clock;

  /** Makes the route. */
  public CourseRoutes(Supplier<Alerting> alerting, InstantSource clock) {
    this.alerting = alerting;
    this.clock = clock;
  }

  /**
   * The values of an alert's windows.
   *
   * @param rule whose windows they are
   * @param from from when on
   * @param until up to when
   * @param low below which the rule calls a value out of order; null if it has no such bound
   * @param high the same above
   * @param values in the order of time
   */
  record CourseAnswer(
      String rule,
      Instant from,
      Instant until,
      @Nullable Double low,
      @Nullable Double high,
      List<WindowValue> values) {}

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/alerts/active/{fingerprint}/values",
                "Shows what the windows of an alert showed, at most 2,000, the newest.")
            .query(
                Parameter.text("from", "From when on; left out, ten minutes before it began."),
                Parameter.text("until", "Up to when; left out, now."))
            .gives(200, CourseAnswer.class)
            .handledBy(this::course));
  }

  private ApiResponse course(Call call) {
    String fingerprint = call.path("fingerprint");
    Alert alert =
        alerting
            .get()
            .alerts()
            .find(fingerprint)
            .orElseThrow(() -> Missing.thing("alert", fingerprint, "GET /api/v1/alerts/active"));
    Instant until = time(call, "until").orElseGet(clock::instant);
    Instant from = time(call, "from").orElseGet(() -> begin(alert, until));
    Condition.Band band = normal(alert.status().alert().rule());
    return call.answer(
        200,
        new CourseAnswer(
            alert.status().alert().rule(),
            from,
            until,
            AlertAnswer.number(band.low()),
            AlertAnswer.number(band.high()),
            alerting.get().alerts().values(fingerprint, from, until)));
  }

  private static Optional<Instant> time(Call call, String name) {
    return Optional.ofNullable(call.text(name)).map(text -> Refusals.instant("query", name, text));
  }

  private static Instant begin(Alert alert, Instant until) {
    Instant active = alert.status().activeAt();
    Instant over = alert.status().resolvedAt();
    Instant since = active != null ? active : over != null ? over : until;
    return (since.isBefore(until) ? since : until).minus(LEAD);
  }

  /** Where values are in order; anywhere for a rule that does not say, or is gone. */
  private Condition.Band normal(String rule) {
    return alerting
        .get()
        .rules()
        .find(rule)
        .map(StoredRule::rule)
        .map(AlertRule::condition)
        .filter(Condition.Outside.class::isInstance)
        .map(condition -> ((Condition.Outside) condition).normal())
        .orElseGet(() -> new Condition.Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }
}
