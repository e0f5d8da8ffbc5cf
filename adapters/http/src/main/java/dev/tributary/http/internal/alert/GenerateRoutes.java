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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The route that makes up events and hands them in, to see what alerts make of them. */
public final class GenerateRoutes {
  private static final int MOST_EVENTS = 1_000_000;
  private static final Duration USUAL_LENGTH = Duration.ofMinutes(1);
  private static final Duration USUAL_HISTORY = Duration.ofDays(1);
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
      @Nullable Integer seed,
      @Nullable String as) {}

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
    GenerateRequest request = call.json(GenerateRequest.class);
    Tense tense = tense(request);
    EventPlan plan = plan(request, tense);
    Iterable<MetricEvent> events = alerting.get().madeUp(plan);
    long number = 0;
    for (Iterator<MetricEvent> each = events.iterator(); each.hasNext(); each.next()) {
      if (++number > MOST_EVENTS) {
        throw RequestException.of(
            HttpError.INVALID_PARAMETER,
            "these would be more than " + MOST_EVENTS + " events; lower 'rate' or the time");
      }
    }
    return call.answer(200, take(plan, events, tense));
  }

  private static Tense tense(GenerateRequest request) {
    String word = request.as();
    if (word != null && !List.of("news", "history").contains(word)) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          "as",
          word,
          "'as' is '" + word + "' but must be news or history");
    }
    return Tense.of(word);
  }

  private GeneratedAnswer take(EventPlan plan, Iterable<MetricEvent> events, Tense tense) {
    long taken = 0;
    long refused = 0;
    String refusal = "";
    Iterator<MetricEvent> left = events.iterator();
    while (left.hasNext()) {
      List<MetricEvent> part = new ArrayList<>();
      while (left.hasNext() && part.size() < EventIntake.MOST_EVENTS) {
        part.add(left.next());
      }
      IntakeReceipt receipt = tense.hand(alerting.get().intake(), "generator", part, null);
      taken += receipt.taken();
      refused += receipt.refusals().size();
      refusal =
          refusal.isEmpty() && !receipt.refusals().isEmpty()
              ? receipt.refusals().getFirst().message()
              : refusal;
    }
    return new GeneratedAnswer(plan.from(), plan.until(), taken + refused, taken, refused, refusal);
  }

  private EventPlan plan(GenerateRequest request, Tense tense) {
    boolean past = tense == Tense.HISTORY;
    Instant now = clock.instant();
    Instant from =
        request.from() == null
            ? past ? now.minus(USUAL_HISTORY) : now
            : Refusals.instant("body", "from", request.from());
    Instant until =
        request.until() == null
            ? past ? now : from.plus(USUAL_LENGTH)
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
