package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.EventPlan;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The route that makes up events and hands them in, to see what alerts make of them. */
public final class GenerateRoutes {
  private static final int MOST_EVENTS = 100_000;
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(1);
  private static final int SEED = 42;

  private final Supplier<Alerting> alerting;
  private final InstantSource clock;

  /** Makes the route. */
  public GenerateRoutes(Supplier<Alerting> alerting, InstantSource clock) {
    this.alerting = alerting;
    this.clock = clock;
  }

  /** What to make up. */
  record GenerateRequest(
      @Nullable String scenario,
      @Nullable String metric,
      @Nullable Map<String, String> labels,
      @Nullable Double rate,
      @Nullable String from,
      @Nullable String until,
      @Nullable Integer seed) {}

  /** What became of it. */
  record GeneratedAnswer(
      Instant from, Instant until, long made, long taken, long refused, String refusal) {}

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post(
                "/api/v1/events/generate",
                "Makes up events (steady, burst, seasonal, drift, incident) and takes them.")
            .takes(GenerateRequest.class)
            .gives(200, GeneratedAnswer.class)
            .handledBy(this::generate));
  }

  private ApiResponse generate(Call call) throws IOException {
    EventPlan plan = plan(call.json(GenerateRequest.class));
    List<MetricEvent> events = new ArrayList<>();
    for (MetricEvent event : alerting.get().madeUp(plan)) {
      if (events.size() == MOST_EVENTS) {
        throw RequestException.of(
            HttpError.INVALID_PARAMETER,
            "these would be more than " + MOST_EVENTS + " events; lower 'rate' or the time");
      }
      events.add(event);
    }
    return call.answer(200, take(plan, events));
  }

  private GeneratedAnswer take(EventPlan plan, List<MetricEvent> events) {
    long taken = 0;
    String refusal = "";
    for (int index = 0; index < events.size(); index += EventIntake.MOST_EVENTS) {
      List<MetricEvent> part =
          events.subList(index, Math.min(events.size(), index + EventIntake.MOST_EVENTS));
      IntakeReceipt receipt = alerting.get().intake().take("generator", part, null);
      taken += receipt.taken();
      refusal =
          refusal.isEmpty() && !receipt.refusals().isEmpty()
              ? receipt.refusals().getFirst().message()
              : refusal;
    }
    return new GeneratedAnswer(
        plan.from(), plan.until(), events.size(), taken, events.size() - taken, refusal);
  }

  private EventPlan plan(GenerateRequest request) {
    Instant from =
        request.from() == null ? clock.instant() : Refusals.instant("body", "from", request.from());
    Instant until =
        request.until() == null
            ? from.plus(USUAL_LENGTH)
            : Refusals.instant("body", "until", request.until());
    String metric = Missing.member("metric", request.metric());
    EventPlan.Scenario scenario = scenario(Objects.requireNonNullElse(request.scenario(), ""));
    return Refusals.of(() ->
        new EventPlan(
            scenario,
            metric,
            Objects.requireNonNullElse(request.labels(), Map.of()),
            Objects.requireNonNullElse(request.rate(), 1.0),
            from,
            until,
            Objects.requireNonNullElse(request.seed(), SEED)));
  }

  private static EventPlan.Scenario scenario(String word) {
    return Arrays.stream(EventPlan.Scenario.values())
        .filter(scenario -> scenario.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            RequestException.at(
                HttpError.INVALID_PARAMETER,
                "body",
                "scenario",
                word,
                "'scenario' is '"
                    + word
                    + "' but must be steady, burst, seasonal, drift or incident"));
  }
}
