package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.api.page.Page;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.Missing;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Routes for rules. They are found under {@code /alerts/metrics} and, as alerts with an id, under
 * {@code /alerts}: the same rules by two names.
 */
public final class RuleRoutes {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String METRICS = ALERTS + "/metrics";
  private static final int LATEST = 20;

  private final Supplier<Alerting> alerting;

  /** Makes the routes. */
  public RuleRoutes(Supplier<Alerting> alerting) {
    this.alerting = alerting;
  }

  /** The routes under {@code /alerts/metrics}: literal paths, so they come first. */
  public List<Route> metrics() {
    return rules(METRICS, "metric");
  }

  /** The routes under {@code /alerts}. */
  public List<Route> alerts() {
    List<Route> routes = new ArrayList<>(rules(ALERTS, "alert"));
    routes.add(
        Route.post(ALERTS + "/{id}/toggle", "Switches a rule on or off.")
            .gives(200, RuleAnswer.class)
            .handledBy(this::toggle));
    routes.add(
        Route.get(ALERTS + "/{id}/events", "Lists what happened to the alerts of a rule.")
            .query(
                Parameter.whole("offset", 0, 10_000, 0, "How many of the newest to leave out."),
                Parameter.whole("limit", 1, 100, LATEST, "The most events to list."))
            .gives(200, AlertEventsAnswer.class)
            .handledBy(this::events));
    return routes;
  }

  private List<Route> rules(String path, String name) {
    String one = path + "/{id}";
    return List.of(
        Route.get(path, "Lists the rules by which alerts fire.")
            .gives(200, RulesAnswer.class)
            .handledBy(this::list),
        Route.post(path, "Makes a rule: a " + name + ", its window and its condition.")
            .takesObject()
            .gives(201, RuleAnswer.class)
            .handledBy(this::create),
        Route.get(one, "Shows a rule, its alerts and its latest events.")
            .gives(200, RuleDetailAnswer.class)
            .handledBy(this::show),
        Route.put(one, "Replaces a rule; its alerts go on if it still judges like before.")
            .takesObject()
            .gives(200, RuleAnswer.class)
            .handledBy(this::replace),
        Route.delete(one, "Removes a rule and ends its alerts; its history stays.")
            .gives(204)
            .handledBy(this::remove));
  }

  private ApiResponse list(Call call) {
    List<RuleAnswer> rules = alerting.get().rules().list().stream().map(this::answer).toList();
    return call.answer(200, new RulesAnswer(rules));
  }

  private RuleAnswer answer(StoredRule rule) {
    return RuleAnswer.of(rule, alerting.get().rules());
  }

  private ApiResponse create(Call call) throws IOException {
    Map<String, Object> body = call.object();
    boolean enabled = enabled(body, true);
    AlertRule rule = Refusals.of(() -> alerting.get().rules().read(body));
    if (alerting.get().rules().find(rule.id()).isPresent()) {
      throw RequestException.at(
          HttpError.CONFLICT,
          "body",
          "id",
          rule.id(),
          "there is a rule '" + rule.id() + "' already; replace it with PUT, or choose another id");
    }
    return call.answer(201, answer(alerting.get().rules().set(rule, enabled)))
        .with("Location", ALERTS + "/" + rule.id());
  }

  private ApiResponse show(Call call) {
    StoredRule rule = find(call.path("id"));
    List<AlertAnswer> alerts =
        alerting.get().alerts().list(new AlertQuery(rule.rule().id(), null, false, 1000)).stream()
            .map(AlertAnswer::of)
            .toList();
    Page<AlertEvent> events = history(rule.rule().id(), LATEST);
    return call.answer(
        200,
        new RuleDetailAnswer(
            answer(rule),
            alerts,
            AlertEventsAnswer.of(events).events(),
            alerting.get().rules().counts(rule.rule().id()).orElse(null)));
  }

  private ApiResponse replace(Call call) throws IOException {
    StoredRule before = find(call.path("id"));
    Map<String, Object> body = call.object();
    boolean enabled = enabled(body, before.enabled());
    body.putIfAbsent("id", before.rule().id());
    AlertRule rule = Refusals.of(() -> alerting.get().rules().read(body));
    if (!rule.id().equals(before.rule().id())) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "body",
          "id",
          rule.id(),
          "'id' is '"
              + rule.id()
              + "' but the path says '"
              + before.rule().id()
              + "'; a rule keeps its id");
    }
    return call.answer(200, answer(alerting.get().rules().set(rule, enabled)));
  }

  /** The switch is no part of the declaration. */
  private static boolean enabled(Map<String, Object> body, boolean otherwise) {
    Object enabled = body.remove("enabled");
    if (enabled == null) {
      return otherwise;
    }
    if (enabled instanceof Boolean flag) {
      return flag;
    }
    throw RequestException.at(
        HttpError.INVALID_PARAMETER,
        "body",
        "enabled",
        enabled.toString(),
        "'enabled' must be true or false");
  }

  private ApiResponse remove(Call call) {
    find(call.path("id"));
    alerting.get().rules().remove(call.path("id"));
    return ApiResponse.empty(204);
  }

  private ApiResponse toggle(Call call) {
    StoredRule rule = find(call.path("id"));
    return call.answer(200, answer(alerting.get().rules().set(rule.rule(), !rule.enabled())));
  }

  private ApiResponse events(Call call) {
    String id = find(call.path("id")).rule().id();
    int offset = call.whole("offset");
    Page<AlertEvent> page = history(id, Math.min(1000, offset + call.whole("limit")));
    List<AlertEventAnswer> events =
        AlertEventsAnswer.of(page).events().stream().skip(offset).toList();
    return call.answer(200, new AlertEventsAnswer(events, page.nextToken()));
  }

  private Page<AlertEvent> history(String rule, int limit) {
    return alerting
        .get()
        .alerts()
        .history(new HistoryQuery(rule, null, HistoryQuery.Scope.ALL, limit, null));
  }

  private StoredRule find(String id) {
    return alerting
        .get()
        .rules()
        .find(id)
        .orElseThrow(() -> Missing.thing("rule", id, "GET " + ALERTS));
  }

  /** The rule that a body holds as a member, or that its id names. */
  static AlertRule named(Alerting alerting, Map<String, Object> body) {
    Object rule = body.get("rule");
    if (rule instanceof String id) {
      return alerting
          .rules()
          .find(id)
          .map(StoredRule::rule)
          .orElseThrow(() -> Missing.thing("rule", id, "GET " + ALERTS));
    }
    if (rule instanceof Map<?, ?> map) {
      Map<String, Object> declaration = new LinkedHashMap<>();
      map.forEach((name, value) -> declaration.put(String.valueOf(name), value));
      return Refusals.of(() -> alerting.rules().read(declaration));
    }
    throw RequestException.at(
        HttpError.INVALID_PARAMETER,
        "body",
        "rule",
        null,
        "'rule' is missing; give the id of a rule, or a rule");
  }
}
