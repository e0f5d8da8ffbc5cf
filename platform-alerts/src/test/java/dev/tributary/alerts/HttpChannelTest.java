package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import dev.tributary.testkit.WebhookReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels over HTTP, against receivers that really listen. */
class HttpChannelTest {
  private static final Map<String, String> FRANKFURT = Map.of("data_center", "fra <b>");
  private static final AlertRule ERRORS =
      AlertRule.metric("errors")
          .per("data_center")
          .exceeds(2)
          .in(Duration.ofMinutes(1))
          .keepFiringFor(Duration.ofHours(3))
          .build();
  private static final int MOST_ATTEMPTS = 12;

  @TempDir Path folder;
  private WebhookReceiver receiver;
  private AlertStore world;

  @BeforeEach
  void listen() throws IOException {
    receiver = WebhookReceiver.start();
  }

  @AfterEach
  void close() {
    world.close();
    receiver.close();
  }

  /** An alert fires, and is told through the channels. */
  private void fire(Map<String, ?> channels) {
    Settings settings =
        Settings.of(
            "alerts",
            Map.of("standard_rules", false, "channels", channels),
            reference -> Secret.of("the key of " + reference));
    world = new AlertStore(folder, () -> AlertsConfig.from(settings, List.of()));
    settings.verify();
    world.alerts().rules().set(ERRORS, true);
    world.occur("errors", 3, FRANKFURT);
    world.pass(Duration.ofSeconds(40));
  }

  private Map<String, Map<String, String>> webhook() {
    return webhook("10s");
  }

  private Map<String, Map<String, String>> webhook(String timeout) {
    String url = receiver.url().toString();
    return Map.of(
        "hook", Map.of("kind", "webhook", "url", url, "secret", "env:HOOK", "timeout", timeout));
  }

  @Test
  void aWebhookCarriesTheAlertAndASignatureThatNothingElseFits() throws Exception {
    fire(webhook());

    assertThat(receiver.arrivals()).hasSize(1);
    WebhookReceiver.Arrival arrival = receiver.arrivals().getFirst();
    JsonNode body = new ObjectMapper().readTree(arrival.body());
    assertThat(body.at("/id").asText()).isEqualTo(arrival.key());
    assertThat(body.at("/alerts/0/rule").asText()).isEqualTo("errors");
    assertThat(body.at("/alerts/0/state").asText()).isEqualTo("firing");
    assertThat(body.at("/alerts/0/labels/data_center").asText()).isEqualTo("fra <b>");
    assertThat(body.at("/alerts/0/active_at").asText()).isNotEmpty();
    assertThat(arrival.header("x-tributary-signature"))
        .contains(signature(arrival.key() + "." + arrival.body()))
        .isNotEqualTo(signature(arrival.key() + "." + arrival.body() + " "));
  }

  @Test
  void aChatGetsATextInWhichDataIsNoMarkup() throws IOException {
    fire(Map.of("chat", Map.of("kind", "slack", "url", receiver.url().toString())));

    assertThat(receiver.arrivals()).hasSize(1);
    assertThat(new ObjectMapper().readTree(receiver.arrivals().getFirst().body()).at("/text"))
        .asString()
        .contains("*WARNING* firing: errors {data_center=fra &lt;b&gt;}: 3 is above 2");
  }

  @Test
  void aReceiverThatFailsIsTriedAgainUnderTheSameIdUntilItWorks() {
    AtomicInteger failures = new AtomicInteger(3);
    receiver.react(arrival -> failures.getAndDecrement() > 0 ? 503 : 200);

    fire(webhook());
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.SENDING);
    assertThat(waiting().error()).contains("127.0.0.1 answered 503");
    world.pass(Duration.ofMinutes(2));

    assertThat(receiver.arrivals()).hasSize(4);
    assertThat(receiver.effects()).hasSize(1);
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.DELIVERED);
  }

  @Test
  void aReceiverThatDoesNotAnswerIsNotWaitedForLongerThanTheTimeout() {
    CountDownLatch never = new CountDownLatch(1);
    receiver.react(arrival -> {
      never.await();
      return 200;
    });
    fire(webhook("500ms"));
    assertThat(waiting().error()).contains("HttpTimeoutException");

    receiver.react(arrival -> 200);
    world.pass(Duration.ofMinutes(5));

    assertThat(receiver.effects()).hasSize(1);
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.DELIVERED);
  }

  @Test
  void aReceiverThatIsNotThereIsTriedAgain() {
    receiver.close();

    fire(webhook());

    assertThat(waiting().error()).contains("ConnectException");
    assertThat(waiting().attempts()).isGreaterThan(1);
  }

  @Test
  void whatIsRefusedIsGivenUpAtOnce() {
    receiver.react(arrival -> 410);

    fire(webhook());

    assertThat(receiver.arrivals()).hasSize(1);
    assertThat(dead().error()).contains("answered 410").contains("check the address");
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.DEAD);
    assertThat(trace().reason()).contains("answered 410");
  }

  @Test
  void whatIsGivenUpAfterManyAttemptsIsVisibleAndCanBeTriedAgain() {
    receiver.react(arrival -> 500);
    fire(webhook());
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      world.clock.advance(Duration.ofMinutes(10));
      world.alerts().notifications().deliverNow();
    }
    assertThat(receiver.arrivals()).hasSize(MOST_ATTEMPTS);
    assertThat(dead().attempts()).isEqualTo(MOST_ATTEMPTS);
    assertThat(world.alerts().control().status().dead()).isOne();
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.DEAD);

    receiver.react(arrival -> 200);
    world.alerts().notifications().retry(dead().notification().id());
    world.alerts().notifications().deliverNow();

    assertThat(receiver.effects()).hasSize(1);
    assertThat(trace().outcome()).isEqualTo(NoticeTrace.Outcome.DELIVERED);
    assertThat(world.alerts().control().status().dead()).isZero();
  }

  private Delivery waiting() {
    return only(Delivery.Status.PENDING);
  }

  private Delivery dead() {
    return only(Delivery.Status.DEAD);
  }

  private Delivery only(Delivery.Status status) {
    List<Delivery> found = world.alerts().notifications().list(status, 10);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private NoticeTrace trace() {
    String alert = world.history().getLast().transition().alert().fingerprint();
    List<NoticeTrace> traces = world.alerts().alerts().explain(alert, 10);
    assertThat(traces).hasSize(1);
    return traces.getFirst();
  }

  private static String signature(String signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = "the key of env:HOOK".getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "sha256=" + HexFormat.of().formatHex(code);
  }
}
