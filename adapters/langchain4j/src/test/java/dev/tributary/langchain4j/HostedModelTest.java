package dev.tributary.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.api.settings.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedModelTest {
  private static final LanguageModel.Prompt PROMPT =
      new LanguageModel.Prompt("the-rules", "the-task", 300, 0);

  private final ProviderStub stub = new ProviderStub();
  private final List<Duration> rests = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @AfterEach
  void close() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource
  void speaksWithEveryProvider(Wire wire) {
    stub.ok(wire.saying("SELECT 1"));

    LanguageModel.Completion completion = model(wire).complete(PROMPT);

    assertThat(completion.text()).isEqualTo("SELECT 1");
    ProviderStub.Asked asked = stub.asked.getFirst();
    assertThat(asked.path()).isEqualTo(wire.path);
    assertThat(asked.header(wire.header)).startsWith(wire.headerValue);
    assertThat(asked.body()).contains("the-rules", "the-task", "300");
    assertThat(asked.body().indexOf("the-rules")).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void countsTokens(Wire wire) {
    stub.ok(wire.saying("SELECT 1"));

    TokenUsage tokens = model(wire).complete(PROMPT).tokens();

    assertThat(tokens).isEqualTo(new TokenUsage(120, 20, wire == Wire.OLLAMA ? 0 : 64));
  }

  @Test
  void asksAnthropicToCacheTheRules() {
    stub.ok(Wire.ANTHROPIC.saying("SELECT 1"));

    model(Wire.ANTHROPIC).complete(PROMPT);

    assertThat(stub.asked.getFirst().body().replaceAll("\\s", ""))
        .contains("\"cache_control\":{\"type\":\"ephemeral\"}");
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsLongAsAProviderAsks(Wire wire) {
    stub.status(429, Map.of("Retry-After", "3")).ok(wire.saying("SELECT 1"));

    assertThat(model(wire).complete(PROMPT).text()).isEqualTo("SELECT 1");

    assertThat(rests).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void doesNotWaitLongerThanPeopleDo() {
    stub.status(429, Map.of("Retry-After", "Sun, 01 Mar 2026 12:10:00 GMT"));

    ModelException failed = failed(model(Wire.GEMINI));

    assertThat(failed.kind()).isEqualTo(ModelException.Cause.RATE_LIMITED);
    assertThat(stub.asked).hasSize(1);
    assertThat(rests).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainAfterFaultsOfTheServerAndThenGivesUp(Wire wire) {
    stub.status(500, Map.of()).status(503, Map.of()).status(502, Map.of());

    ModelException failed = failed(model(wire));

    assertThat(failed.kind()).isEqualTo(ModelException.Cause.UNAVAILABLE);
    assertThat(failed).hasMessageContaining("answers 502");
    assertThat(stub.asked).hasSize(3);
    assertThat(rests).hasSize(2).allMatch(rest -> rest.toMillis() <= 1000 && rest.toMillis() > 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 422})
  void doesNotTryAgainWhatWasRefused(int status) {
    stub.status(status, Map.of("Location", stub.address() + "/elsewhere"));

    ModelException failed = failed(model(Wire.OPENAI));

    assertThat(failed.kind()).isEqualTo(ModelException.Cause.REJECTED);
    assertThat(failed).hasMessageContaining("answers " + status).hasMessageContaining("check");
    assertThat(stub.asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void tellsNeitherKeyNorPrompt(Wire wire) {
    stub.status(401, Map.of());

    StringWriter trace = new StringWriter();
    failed(model(wire)).printStackTrace(new PrintWriter(trace));

    assertThat(trace.toString()).doesNotContain("the-key", "the-rules", "the-task");
  }

  @ParameterizedTest
  @EnumSource
  void stopsWaitingAtTheTimeLimit(Wire wire) {
    stub.hang();

    ModelException failed = failed(builder(wire).timeout(Duration.ofMillis(200)).build());

    assertThat(failed.kind()).isEqualTo(ModelException.Cause.TIMEOUT);
    assertThat(stub.asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void endsWhenItsThreadIsInterrupted(Wire wire) throws Exception {
    stub.hang();
    HostedModel model = model(wire);
    FutureTask<Boolean> call =
        new FutureTask<>(() -> {
          failed(model);
          return Thread.currentThread().isInterrupted();
        });
    Thread caller = Thread.ofVirtual().start(call);

    assertThat(stub.hanging.await(30, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();

    assertThat(call.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(stub.asked).hasSize(1);
  }

  @Nested
  class RepliesThatAreNone {

    @ParameterizedTest
    @EnumSource
    void malformed(Wire wire) {
      stub.ok("{\"choices\": [").ok("<html>").ok("nope");

      assertThat(failed(model(wire)).kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
      assertThat(stub.asked).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void empty(Wire wire) {
      stub.ok(wire.saying("")).ok("").ok("{}");
      HostedModel model = builder(wire).retries(0).build();

      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
    }

    @ParameterizedTest
    @EnumSource
    void huge(Wire wire) {
      stub.ok(wire.saying("x".repeat(200_000)));

      ModelException failed = failed(builder(wire).maxReply(100_000).build());

      assertThat(failed.kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
      assertThat(failed).hasMessageContaining("more than 100000 bytes");
    }

    @ParameterizedTest
    @EnumSource
    void nested(Wire wire) {
      stub.ok("{\"a\":".repeat(50_000)).ok("[".repeat(100_000)).ok("1".repeat(5_000));

      assertThat(failed(model(wire)).kind()).isEqualTo(ModelException.Cause.BAD_REPLY);
    }

    @Test
    void fromNobody() {
      String gone = stub.address();
      stub.close();
      HostedModel model = builder(Wire.OLLAMA).baseUrl(gone).build();

      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.UNAVAILABLE);
      assertThat(rests).hasSize(2);
    }
  }

  @Nested
  class Breaker {

    @Test
    void sparesCallsToAProviderThatIsDownAndTriesOneAfterAWhile() {
      HostedModel model = builder(Wire.OPENAI).retries(0).build();
      for (int i = 0; i < 5; i++) {
        assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.UNAVAILABLE);
      }

      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.CIRCUIT_OPEN);
      assertThat(stub.asked).hasSize(5);

      now = now.plusSeconds(31);
      stub.ok(Wire.OPENAI.saying("SELECT 1"));
      assertThat(model.complete(PROMPT).text()).isEqualTo("SELECT 1");
      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.UNAVAILABLE);
    }

    @Test
    void breaksAgainWhenTheOneCallFails() {
      HostedModel model =
          builder(Wire.OPENAI).retries(0).breaker(1, Duration.ofSeconds(10)).build();
      failed(model);
      now = now.plusSeconds(10);

      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.UNAVAILABLE);
      assertThat(failed(model).kind()).isEqualTo(ModelException.Cause.CIRCUIT_OPEN);
    }

    @Test
    void doesNotCountWhatTheProviderRefused() {
      HostedModel model =
          builder(Wire.OPENAI).retries(0).breaker(1, Duration.ofSeconds(10)).build();
      stub.status(401, Map.of()).ok(Wire.OPENAI.saying("SELECT 1"));

      failed(model);

      assertThat(model.complete(PROMPT).text()).isEqualTo("SELECT 1");
    }
  }

  private HostedModel model(Wire wire) {
    return builder(wire).build();
  }

  private HostedModel.Builder builder(Wire wire) {
    return HostedModel.builder(wire.provider)
        .model("m")
        .baseUrl(stub.address() + wire.base)
        .key(Secret.of("the-key"))
        .clock(() -> now)
        .pause(rests::add, new SplittableRandom(7));
  }

  private static ModelException failed(HostedModel model) {
    return catchThrowableOfType(ModelException.class, () -> model.complete(PROMPT));
  }
}
