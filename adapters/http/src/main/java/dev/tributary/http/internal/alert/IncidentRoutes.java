package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.Anomalies;
import dev.tributary.api.alert.Anomaly;
import dev.tributary.api.alert.Incident;
import dev.tributary.api.alert.LabelMatcher;
import dev.tributary.api.alert.Silence;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes for silences, incidents and anomalies. */
public final class IncidentRoutes {
  private static final String SILENCES = "/api/v1/alerts/silences";
  private static final String INCIDENTS = "/api/v1/alerts/incidents";
  private static final String ANOMALIES = "/api/v1/alerts/anomalies";
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Supplier<Alerting> alerting;
  private final InstantSource clock;

  /** Makes the routes. */
  public IncidentRoutes(Supplier<Alerting> alerting, InstantSource clock) {
    this.alerting = alerting;
    this.clock = clock;
  }

  /** A silence to make: matchers such as {@code data_center=fra}, and until when. */
  record SilenceRequest(
      @Nullable List<String> matchers,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable String createdBy,
      @Nullable String comment) {}

  /** A silence. */
  record SilenceAnswer(
      String id,
      List<String> matchers,
      Instant startsAt,
      Instant endsAt,
      String createdBy,
      String comment) {
    static SilenceAnswer of(Silence silence) {
      return new SilenceAnswer(
          silence.id(),
          silence.matchers().stream().map(LabelMatcher::toString).toList(),
          silence.startsAt(),
          silence.endsAt(),
          silence.createdBy(),
          silence.comment());
    }
  }

  /** Silences. */
  record SilencesAnswer(List<SilenceAnswer> silences) {}

  /** Incidents. */
  record IncidentsAnswer(List<Incident> incidents) {}

  /** Anomalies. */
  record AnomaliesAnswer(List<AnomalyAnswer> anomalies) {}

  /** An anomaly in one object. */
  record AnomalyAnswer(
      String id,
      String rule,
      Map<String, String> labels,
      Instant at,
      double score,
      @Nullable Double observed,
      @Nullable Double expectedLow,
      @Nullable Double expectedHigh,
      @Nullable Double deviation,
      @Nullable Double percentFromExpected,
      String direction,
      String summary) {
    static AnomalyAnswer of(Anomaly anomaly) {
      var judgement = anomaly.judgement();
      double deviation = judgement.deviation();
      return new AnomalyAnswer(
          Long.toString(anomaly.id()),
          anomaly.alert().rule(),
          anomaly.alert().labels(),
          anomaly.at(),
          judgement.score(),
          AlertAnswer.number(judgement.observed()),
          AlertAnswer.number(judgement.expected().low()),
          AlertAnswer.number(judgement.expected().high()),
          AlertAnswer.number(deviation),
          AlertAnswer.number(judgement.percentFromExpected()),
          deviation > 0 ? "above" : deviation < 0 ? "below" : "within",
          judgement.summary());
    }
  }

  /** The anomalies of periods. */
  record AnomalySummariesAnswer(List<AnomalySummaryAnswer> summaries) {}

  /** The anomalies of a rule in a period. */
  record AnomalySummaryAnswer(
      String rule, Instant from, int count, int above, int below, AnomalyAnswer worst) {
    static AnomalySummaryAnswer of(Anomalies.Summary summary) {
      return new AnomalySummaryAnswer(
          summary.rule(),
          summary.from(),
          summary.count(),
          summary.above(),
          summary.below(),
          AnomalyAnswer.of(summary.worst()));
    }
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(SILENCES, "Lists the silences that are on or to come.")
            .gives(200, SilencesAnswer.class)
            .handledBy(call ->
                call.answer(
                    200,
                    new SilencesAnswer(
                        alerting.get().silences().list(false).stream()
                            .map(SilenceAnswer::of)
                            .toList()))),
        Route.post(SILENCES, "Makes a silence: nobody is told of the alerts that it fits.")
            .takes(SilenceRequest.class)
            .gives(201, SilenceAnswer.class)
            .handledBy(this::silence),
        Route.delete(SILENCES + "/{id}", "Ends a silence now.")
            .gives(200, SilenceAnswer.class)
            .handledBy(call ->
                call.answer(200, SilenceAnswer.of(alerting.get().silences().end(call.path("id"))))),
        Route.get(INCIDENTS, "Lists incidents, newest first.")
            .query(
                Parameter.choice("state", IncidentState.class, "Left out, open."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most to list."))
            .gives(200, IncidentsAnswer.class)
            .handledBy(this::incidents),
        Route.get(INCIDENTS + "/{id}", "Shows an incident, and why each alert belongs to it.")
            .gives(200, Incident.class)
            .handledBy(this::incident),
        Route.post(INCIDENTS + "/{id}/acknowledge", "Acknowledges the alerts of an incident.")
            .mayTake(HistoryRoutes.PersonRequest.class)
            .gives(200, Incident.class)
            .handledBy(this::acknowledge),
        Route.get(ANOMALIES, "Lists what detectors found, newest first.")
            .query(
                Parameter.text("rule", "Only of this rule."),
                Parameter.whole("limit", 1, Page.MOST_ITEMS, 50, "The most to list."))
            .gives(200, AnomaliesAnswer.class)
            .handledBy(this::anomalies),
        Route.get(ANOMALIES + "/summary", "Sums anomalies up by rule and period.")
            .query(
                Parameter.text("from", "From when on; left out, a day before until."),
                Parameter.text("until", "Up to when; left out, now."),
                Parameter.text("period", "How long each part is, such as PT1H; left out, that."))
            .gives(200, AnomalySummariesAnswer.class)
            .handledBy(this::summary));
  }

  /** Which incidents to list. */
  enum IncidentState {
    /** Those that go on. */
    OPEN,
    /** All. */
    ALL
  }

  private ApiResponse silence(Call call) throws IOException {
    SilenceRequest request = call.json(SilenceRequest.class);
    Instant starts = Objects.requireNonNullElseGet(request.startsAt(), clock::instant);
    Instant ends =
        request.endsAt() == null
            ? Refusals.instant("body", "ends_at", Missing.member("ends_at", null))
            : request.endsAt();
    List<String> texts = Objects.requireNonNullElse(request.matchers(), List.of());
    String by = Missing.member("created_by", request.createdBy());
    String comment = Objects.requireNonNullElse(request.comment(), "");
    Silence silence =
        Refusals.of(() ->
            new Silence(
                "", texts.stream().map(LabelMatcher::parse).toList(), starts, ends, by, comment));
    return call.answer(201, SilenceAnswer.of(alerting.get().silences().add(silence)));
  }

  private ApiResponse incidents(Call call) {
    boolean openOnly = !"all".equals(call.text("state"));
    return call.answer(
        200, new IncidentsAnswer(alerting.get().incidents().list(openOnly, call.whole("limit"))));
  }

  private ApiResponse incident(Call call) {
    String id = call.path("id");
    return call.answer(
        200,
        alerting
            .get()
            .incidents()
            .find(id)
            .orElseThrow(() -> Missing.thing("incident", id, "GET " + INCIDENTS)));
  }

  private ApiResponse acknowledge(Call call) throws IOException {
    HistoryRoutes.PersonRequest person =
        call.json(HistoryRoutes.PersonRequest.class, new HistoryRoutes.PersonRequest(null, null));
    return call.answer(
        200,
        alerting
            .get()
            .incidents()
            .acknowledge(
                call.path("id"),
                Objects.requireNonNullElse(person.by(), "somebody over HTTP"),
                Objects.requireNonNullElse(person.comment(), "")));
  }

  private ApiResponse anomalies(Call call) {
    return call.answer(
        200,
        new AnomaliesAnswer(
            alerting.get().anomalies().list(call.text("rule"), call.whole("limit")).stream()
                .map(AnomalyAnswer::of)
                .toList()));
  }

  private ApiResponse summary(Call call) {
    String untilText = call.text("until");
    Instant until =
        untilText == null ? clock.instant() : Refusals.instant("query", "until", untilText);
    String fromText = call.text("from");
    Instant from =
        fromText == null ? until.minus(A_DAY) : Refusals.instant("query", "from", fromText);
    String periodText = call.text("period");
    Duration period =
        periodText == null ? Duration.ofHours(1) : Refusals.duration("period", periodText);
    return call.answer(
        200,
        new AnomalySummariesAnswer(
            Refusals.of(() -> alerting.get().anomalies().summaries(from, until, period)).stream()
                .map(AnomalySummaryAnswer::of)
                .toList()));
  }
}
