package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.alerts.Alerts;
import dev.tributary.alerts.AlertsConfig;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.fake.FakePlatform;
import dev.tributary.http.fake.FakeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RULE =
      """
      {"id": "failed-logins", "metric": "failed_logins", "per": ["data_center"],
       "window": {"sliding": "1m"}, "condition": {"above": 2}, "lateness": "1s"}
      """;

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource clock = now::get;
  private CentralStore store;
  private Alerts alerts;
  private HttpApi api;

  @BeforeEach
  void open() {
    store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
    alerts = Alerts.on(store, AlertsConfig.builder().standardRules(false).build(), clock);
    alerts.control().evaluateNow();
    FakePlatform platform = new FakePlatform();
    platform.alerting = alerts;
    api = HttpApi.of(platform, HttpConfig.builder().build(), () -> "", clock, "1");
  }

  @AfterEach
  void close() {
    alerts.close();
    store.close();
  }

  @Test
  void aRuleIsMadeShownReplacedSwitchedAndRemoved() throws IOException {
    JsonNode made = post(201, "/api/v1/alerts", RULE);
    assertThat(made.at("/rule/condition/above").asInt()).isEqualTo(2);
    post(409, "/api/v1/alerts/metrics", RULE);

    assertThat(get(200, "/api/v1/alerts").at("/rules")).hasSize(1);
    assertThat(get(200, "/api/v1/alerts/metrics/failed-logins").at("/rule/enabled").asBoolean())
        .isTrue();
    JsonNode put =
        send(
            200,
            "PUT",
            "/api/v1/alerts/failed-logins",
            RULE.replace("\"above\": 2", "\"above\": 3"));
    assertThat(put.at("/version").asInt()).isEqualTo(2);
    assertThat(post(200, "/api/v1/alerts/failed-logins/toggle", "").at("/enabled").asBoolean())
        .isFalse();
    send(204, "DELETE", "/api/v1/alerts/failed-logins", "");
    get(404, "/api/v1/alerts/failed-logins");
  }

  @Test
  void everythingThatIsWrongWithARuleIsSaidAtOnce() throws IOException {
    JsonNode problem =
        post(
            400,
            "/api/v1/alerts",
            """
            {"metric": "m", "wndow": {"sliding": "5m"}, "condition": {"above": "many"}}
            """);

    assertThat(problem.at("/errors").toString()).contains("did you mean 'window'").contains("many");
  }

  @Test
  void eventsOfABatchAreTakenOrRefusedOneByOne() throws IOException {
    JsonNode answer =
        post(
            200,
            "/api/v1/events/batch",
            """
            {"events": [
              {"metric": "failed_logins", "labels": {"data_center": "fra"}},
              {"metric": "failed_logins", "at": "2027-01-01T00:00:00Z"},
              {"metric": "failed_logins", "value": "many"}]}
            """);

    assertThat(answer.at("/taken").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/1/code").asText()).isEqualTo("too_far_in_future");
    assertThat(answer.at("/results/2/message").asText()).contains("'many'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"value\": 1} | 'metric' must be a text of 1 to",
        "{\"metric\": 7} | 'metric' must be a text of 1 to",
        "{\"metric\": \"m\", \"at\": \"yesterday\"} | 'at' is 'yesterday' but must be a time such as",
        "{\"metric\": \"m\", \"at\": \"+999999999-12-31T23:59:59Z\"} | the years 1 to 9999",
        "{\"metric\": \"m\", \"value\": \"NaN\"} | 'value' is 'NaN' but must be a number",
        "{\"metric\": \"m\", \"value\": NaN} | NaN",
        "{\"metric\": \"m\", \"value\": 1e999} | send a number",
        "{\"metric\": \"m\", \"labels\": [1]} | 'labels' must be an object of at most",
        "{\"metric\": \"m\", \"labels\": {\"a\": 1}} | label '1' must be a text of at most",
        "{\"metric\": \"m\", \"lables\": {}} | unknown member 'lables'",
        "[] | the body must be another kind of value",
        "{\"metric\": | end"
      })
  void whatIsWrongWithAnEventIsSaid(String body, String fault) throws IOException {
    assertThat(post(400, "/api/v1/events", body).toString()).contains(fault);
    assertThat(store.events().read(0, 100).events())
        .extracting("type")
        .doesNotContain("metric.events");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sliding\": \"0s\"} | it must be above zero",
        "{\"sliding\": \"-5m\"} | window",
        "{\"sliding\": \"5m\", \"step\": \"7s\"} | choose a step that divides it",
        "{\"sliding\": \"365d\", \"step\": \"1s\"} | choose a step that divides it",
        "{\"tumbling\": \"36500d\"} | at most ten years",
        "{\"session\": \"soon\"} | session"
      })
  void windowsThatMakeNoSenseAreRefusedWithTheirPlace(String window, String fault)
      throws IOException {
    String rule = "{\"metric\": \"m\", \"condition\": {\"above\": 1}, \"window\": " + window + "}";

    assertThat(post(400, "/api/v1/alerts", rule).at("/errors").toString())
        .contains("window", fault);
  }

  @Test
  void lateEventsAreCountedForTheRule() throws IOException {
    post(201, "/api/v1/alerts", RULE);
    now.set(now.get().plusSeconds(60));
    post(200, "/api/v1/alerts/control", "{\"action\": \"evaluate\"}");
    post(
        200, "/api/v1/events", "{\"metric\": \"failed_logins\", \"at\": \"2026-01-01T00:00:01Z\"}");
    post(200, "/api/v1/alerts/control", "{\"action\": \"evaluate\"}");

    assertThat(get(200, "/api/v1/alerts/failed-logins").at("/counts/late").asInt()).isEqualTo(1);
  }

  @Test
  void aStreamIsAnsweredLineByLine() throws IOException {
    ApiResponse response =
        api.answer(
            FakeRequest.json("/api/v1/events/stream", "{\"metric\": \"m\"}\nnonsense\n")
                .with("Content-Type", "application/x-ndjson"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((ApiResponse.Body.Streamed) response.body()).writer().writeTo(out);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("\"taken\":true"))
        .anySatisfy(line -> assertThat(line).contains("no JSON object"));
  }

  @Test
  void anAlertFiresIsAcknowledgedReadAndExplained() throws IOException {
    post(201, "/api/v1/alerts", RULE);
    burst("once");
    burst("once");
    now.set(now.get().plusSeconds(5));
    post(200, "/api/v1/alerts/control", "{\"action\": \"evaluate\"}");

    JsonNode alert = get(200, "/api/v1/alerts/active").at("/alerts/0");
    assertThat(alert.at("/state").asText()).isEqualTo("firing");
    assertThat(alert.at("/value").asDouble()).isEqualTo(3);
    String one = "/api/v1/alerts/active/" + alert.at("/fingerprint").asText();
    assertThat(post(200, one + "/acknowledge", "{\"by\": \"ann\"}").at("/acknowledged_by").asText())
        .isEqualTo("ann");
    assertThat(get(200, one + "/notices").at("/notices/0/reason").asText())
        .isEqualTo("no route leads to a channel");
    JsonNode course = get(200, one + "/values");
    assertThat(course.at("/high").asDouble()).isEqualTo(2);
    assertThat(course.at("/low").isNull()).isTrue();
    assertThat(course.at("/values/0/value").asDouble()).isEqualTo(3);
    get(404, "/api/v1/alerts/active/none/values");
    assertThat(get(200, "/api/v1/alerts/events/unread").at("/events")).hasSize(1);
    assertThat(post(200, "/api/v1/alerts/events/read-all", "").at("/marked").asInt()).isOne();
    assertThat(get(200, "/api/v1/alerts/incidents").at("/incidents/0/members")).hasSize(1);
    JsonNode trial = post(200, "/api/v1/alerts/backtest", "{\"rule\": \"failed-logins\"}");
    assertThat(trial.at("/transitions/0/to").asText()).isEqualTo("firing");
  }

  @Test
  void aRuleIsTriedOnMadeUpEventsBeforeItIsSaved() throws IOException {
    JsonNode made =
        post(
            200,
            "/api/v1/events/generate",
            """
            {"scenario": "burst", "metric": "failed_logins", "rate": 0.01,
             "labels": {"data_center": "fra"}, "until": "2026-01-01T00:04:00Z", "seed": 7}
            """);
    assertThat(made.at("/taken").asInt()).isEqualTo(made.at("/made").asInt()).isGreaterThan(0);
    now.set(now.get().plusSeconds(300));

    JsonNode trial =
        post(
            200,
            "/api/v1/alerts/backtest",
            "{\"rule\": "
                + RULE.replace("\"above\": 2", "\"above\": 0")
                + ", \"from\": \"2025-12-31T23:59:00Z\"}");

    assertThat(trial.at("/transitions/0/to").asText()).isEqualTo("firing");
    assertThat(get(200, "/api/v1/alerts").at("/rules")).isEmpty();
  }

  @Test
  void rulesAreTriedOnHistoryOfTheMonthBefore() throws IOException {
    String december = "\"from\": \"2025-12-01T00:00:00Z\", \"until\": \"2025-12-31T00:00:00Z\"";
    for (String center : List.of("fra", "nyc")) {
      JsonNode made =
          post(
              200,
              "/api/v1/events/generate",
              "{\"scenario\": \"seasonal\", \"metric\": \"failed_logins\", \"as\": \"history\","
                  + (" \"rate\": 0.001, \"labels\": {\"data_center\": \"" + center + "\"}, ")
                  + december
                  + "}");
      assertThat(made.at("/taken").asInt()).isEqualTo(made.at("/made").asInt()).isGreaterThan(2000);
    }
    send(200, "POST", "/api/v1/alerts/control", "{\"action\": \"evaluate\"}");
    assertThat(get(200, "/api/v1/alerts/history").at("/events")).isEmpty();

    String seldom = RULE.replace("\"above\": 2", "\"above\": 10").replace("1m", "1h");
    JsonNode trial =
        post(200, "/api/v1/alerts/backtest", "{\"rule\": " + seldom + ", " + december + "}");

    assertThat(trial.at("/counts/late").asInt()).isZero();
    assertThat(trial.findValuesAsText("data_center")).contains("fra", "nyc");
    assertThat(trial.at("/transitions/0/at").asText()).startsWith("2025-12");
  }

  @Test
  void historyOfTheFutureIsRefused() throws IOException {
    JsonNode answer =
        post(
            200,
            "/api/v1/events/batch?as=history",
            "{\"events\": [{\"metric\": \"m\", \"at\": \"2026-01-01T00:00:01Z\"},"
                + " {\"metric\": \"m\", \"at\": \"2025-12-01T00:00:01Z\"}]}");

    assertThat(answer.at("/taken").asInt()).isEqualTo(1);
    assertThat(answer.toString()).contains("history ends with the present");
  }

  @Test
  void madeUpEventsAreRefusedWithAReason() throws IOException {
    String plan = "{\"metric\": \"m\", \"scenario\": \"steady\", ";
    assertThat(
            post(400, "/api/v1/events/generate", plan.replace("steady", "stead") + "\"rate\": 1}")
                .toString())
        .contains("steady, burst, seasonal, drift or incident");
    assertThat(post(400, "/api/v1/events/generate", plan + "\"rate\": 90000}").toString())
        .contains("more than 1000000 events");
    JsonNode late =
        post(200, "/api/v1/events/generate", plan + "\"until\": \"2026-01-01T01:00:00Z\"}");
    assertThat(late.at("/refused").asInt()).isGreaterThan(0);
    assertThat(late.at("/refusal").asText()).contains("PT5M ahead of");
  }

  @Test
  void aSilenceNeedsAMatcherAndAnEnd() throws IOException {
    String until = "\"ends_at\": \"2026-01-02T00:00:00Z\", \"created_by\": \"ann\"";
    post(400, "/api/v1/alerts/silences", "{" + until + "}");

    JsonNode silence =
        post(
            201,
            "/api/v1/alerts/silences",
            "{\"matchers\": [\"data_center=~fra|nyc\"], " + until + "}");

    assertThat(get(200, "/api/v1/alerts/silences").at("/silences/0/matchers/0").asText())
        .isEqualTo("data_center=~fra|nyc");
    send(200, "DELETE", "/api/v1/alerts/silences/" + silence.at("/id").asText(), "");
  }

  private void burst(String key) throws IOException {
    String event = "{\"metric\": \"failed_logins\", \"labels\": {\"data_center\": \"fra\"}}";
    JsonNode answer =
        json(
            200,
            FakeRequest.json(
                    "/api/v1/events/batch",
                    "{\"events\": [" + event + "," + event + "," + event + "]}")
                .with("Idempotency-Key", key));
    assertThat(answer.at("/taken").asInt()).isEqualTo(3);
  }

  private JsonNode get(int status, String path) throws IOException {
    return json(status, FakeRequest.get(path));
  }

  private JsonNode post(int status, String path, String body) throws IOException {
    return json(status, FakeRequest.json(path, body));
  }

  private JsonNode send(int status, String method, String path, String body) throws IOException {
    return json(status, FakeRequest.of(method, path, body));
  }

  private JsonNode json(int status, ApiRequest request) throws IOException {
    ApiResponse response = api.answer(request);
    byte[] bytes = ((ApiResponse.Body.Whole) response.body()).bytes();
    assertThat(response.status()).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(status);
    return MAPPER.readTree(bytes);
  }
}
