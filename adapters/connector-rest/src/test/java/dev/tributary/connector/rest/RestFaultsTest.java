package dev.tributary.connector.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.connector.rest.StubServer.Reply;
import dev.tributary.testkit.TestClock;
import dev.tributary.testkit.TestConnectorContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestFaultsTest {
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final StubServer server =
      new StubServer(request -> replies.size() > 1 ? replies.remove() : replies.element());
  private final Map<String, Object> settings = new HashMap<>(Map.of("url", server.url("/things")));
  private TestConnectorContext context;

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class WhenTheServerIsInTrouble {

    @Test
    void passingFailureIsTriedAgainAfterAGrowingPause() {
      reply(Reply.status(503, ""), Reply.status(500, ""), Reply.json("[{\"id\": 1}]"));

      assertThat(read()).hasSize(1);
      assertThat(context.pauses())
          .hasSize(2)
          .allSatisfy(
              pause -> assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void afterThreeAttemptsItFails() {
      reply(Reply.status(502, "bad gateway"));

      ConnectorException failure = failure();

      assertThat(failure.code()).isEqualTo(ConnectorError.FAILED);
      assertThat(failure).hasMessageContaining("/things answers 502: 'bad gateway' (3 attempts)");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void restAskedForInSecondsIsTaken() {
      reply(Reply.status(429, "slow down").with("Retry-After", "7"), Reply.json("[]"));

      assertThat(read()).isEmpty();
      assertThat(context.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void restAskedForAsADateIsTaken() {
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              TestClock.EPOCH.plusSeconds(9).atOffset(ZoneOffset.UTC));
      reply(Reply.status(503, "").with("Retry-After", date), Reply.json("[]"));

      assertThat(read()).isEmpty();
      assertThat(context.pauses()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void longRestEndsTheRunAndIsPassedOn() {
      reply(Reply.status(429, "").with("Retry-After", "3600"));

      ConnectorException failure = failure();

      assertThat(failure.code()).isEqualTo(ConnectorError.RATE_LIMITED);
      assertThat(failure.retryAfter()).contains(Duration.ofHours(1));
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void answerCutOffOnTheWayIsTriedAgain() {
      reply(Reply.cut("[{\"id\": 1}, {\"i"), Reply.json("[{\"id\": 1}]"));

      assertThat(read()).hasSize(1);
    }

    @Test
    void silentServerIsGivenUpInTime() {
      settings.put("timeout", "50ms");
      settings.put("retries", 0);
      server.hang();

      assertThat(failure().code()).isEqualTo(ConnectorError.UNREACHABLE);
    }
  }

  @Nested
  class WhenTheAnswerIsNoGood {

    @Test
    void webPageIsNamedAsSuch() {
      reply(Reply.status(200, "<!DOCTYPE html><title>Log in</title>"));

      assertMalformed("a web page in place of JSON", "<title>Log in</title>", "check url");
    }

    @Test
    void brokenJsonIsPlaced() {
      reply(Reply.json("[{\"id\": 1},\n {\"id\":"));

      assertMalformed("broken JSON at line 2", "beginning with '[{");
    }

    @Test
    void trailingGarbageIsNotOverlooked() {
      reply(Reply.json("[{\"id\": 1}] [{\"id\": 2}]"));

      assertMalformed("broken JSON");
    }

    @Test
    void nothingIsNotAnEmptyPage() {
      reply(Reply.json(""));

      assertMalformed("answers with nothing");
    }

    @Test
    void missingRecordsAreLookedFor() {
      reply(Reply.json("{\"data\": {\"rows\": []}}"));

      assertMalformed("no array of records at ''", "[/data/rows]");
    }

    @Test
    void oversizedAnswerIsCutShort() {
      settings.put("max_response", "1KiB");
      reply(Reply.json("[\"" + "x".repeat(5000) + "\"]"));

      assertThat(failure().code()).isEqualTo(ConnectorError.TOO_LARGE);
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatIsNoRecordIsRejectedAndTheRestRead() {
      settings.put("max_record", "40b");
      reply(Reply.json("[{\"id\": 1}, 17, {\"id\": 2, \"text\": \"" + "x".repeat(50) + "\"}]"));

      SourceBatch batch = read().getFirst();

      assertThat(batch.rows()).hasSize(1);
      assertThat(batch.rejected())
          .extracting(rejected -> rejected.position() + " " + rejected.reason())
          .containsExactly("/things page 1#1 not_an_object", "/things page 1#2 record_too_large");
    }

    @Test
    void brokenLineOfNdjsonIsRejectedAndTheRestRead() {
      settings.put("format", "ndjson");
      reply(Reply.json("{\"id\": 1}\n{\"id\": \n\n{\"id\": 3}\n"));

      SourceBatch batch = read().getFirst();

      assertThat(batch.rows()).extracting(row -> row.value(0)).containsExactly(1L, 3L);
      assertThat(batch.rejected()).extracting("reason").containsExactly("malformed_json");
    }
  }

  @Nested
  class WhenAccessIsDenied {

    @Test
    void refusedCredentialsAreNotTriedAgainNorShown() {
      settings.put("auth", Map.of("kind", "api_key", "secret", "env:KEY", "header", "X-Token"));
      reply(Reply.status(401, "who are you"));

      ConnectorException failure = failure();

      assertThat(failure.code()).isEqualTo(ConnectorError.UNAUTHORIZED);
      assertThat(failure.toString()).doesNotContain("k3y");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().getFirst().headers()).containsEntry("x-token", "k3y");
    }

    @Test
    void basicCredentialsAreSent() {
      settings.put("auth", Map.of("kind", "basic", "secret", "env:KEY", "user", "ann"));
      reply(Reply.json("[]"));

      read();

      assertThat(server.requests().getFirst().headers())
          .containsEntry("authorization", "Basic YW5uOmszeQ==");
    }

    @Test
    void missingEndpointIsSaid() {
      reply(Reply.status(404, "no such thing"));

      assertThat(failure().code()).isEqualTo(ConnectorError.MISSING);
    }

    @Test
    void deniedHostIsNotAsked() {
      context = TestConnectorContext.builder().settings(settings).deny("127.0.0.1").build();

      assertThat(failureOf(context).code()).isEqualTo(ConnectorError.DENIED);
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void anAnswerOfAHostThatIsDeniedByNowIsNotUsed() {
      reply(Reply.json("[{\"id\": 1}]"));
      context = TestConnectorContext.builder().settings(settings).denyAfter("127.0.0.1", 1).build();

      assertThat(failureOf(context).code()).isEqualTo(ConnectorError.DENIED);
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void redirectOnTheSameHostIsFollowed() {
      reply(Reply.status(302, "").with("Location", "/moved"), Reply.json("[{\"id\": 1}]"));

      assertThat(read()).hasSize(1);
    }

    @Test
    void redirectToAnotherHostIsRefused() {
      reply(Reply.status(302, "").with("Location", "http://169.254.169.254/latest"));

      assertThat(failure().code()).isEqualTo(ConnectorError.DENIED);
    }

    @Test
    void nextPageOnAnotherHostIsRefused() {
      settings.put("pagination", Map.of("kind", "link"));
      reply(Reply.json("[{\"id\": 1}]").with("Link", "<http://elsewhere/>; rel=next"));

      assertThat(failure().code()).isEqualTo(ConnectorError.DENIED);
    }

    @Test
    void endlessRedirectsEnd() {
      reply(Reply.status(302, "").with("Location", "/things"));

      assertThat(failure()).hasMessageContaining("redirects more than 5 times");
    }
  }

  @Nested
  class WhenPagesMisbehave {

    @Test
    void tokenThatComesTwiceIsAnError() {
      settings.put("pagination", Map.of("kind", "cursor", "next", "/next"));
      settings.put("records", "/items");
      reply(Reply.json("{\"items\": [{\"id\": 1}], \"next\": \"again\"}"));

      assertThat(failure()).hasMessageContaining("leads back to a page that was read already");
    }

    @Test
    void unchangedContentIsNotReadAgain() {
      reply(Reply.json("[{\"id\": 1}]").with("ETag", "\"v1\""), Reply.status(304, ""));
      List<SourceBatch> first = read();

      assertThat(read(Checkpoints.of(Map.of("", state(first))), ReadMode.INCREMENTAL)).isEmpty();
      assertThat(server.requests().getLast().headers()).containsEntry("if-none-match", "\"v1\"");
    }

    @Test
    void fullReadingNeverSkipsWhatIsUnchanged() {
      reply(Reply.json("[{\"id\": 1}]").with("ETag", "\"v1\""));
      read(Checkpoints.none(), ReadMode.FULL);
      read(Checkpoints.none(), ReadMode.FULL);

      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("if-none-match"));
    }

    @Test
    void changeBeyondThePresentDoesNotCarryTheCursorAway() {
      settings.put("cursor", Map.of("field", "at", "parameter", "since", "overlap", "0s"));
      reply(Reply.json("[{\"id\": 1, \"at\": \"2099-01-01T00:00:00Z\"}]"));

      read(Checkpoints.of(Map.of("", state(read()))), ReadMode.INCREMENTAL);

      assertThat(server.requests().getLast().query())
          .containsEntry("since", "2026-01-01T00:00:00Z");
    }
  }

  @Nested
  class WhenAllIsWell {

    @Test
    void valuesKeepTheirTypes() {
      settings.put(
          "fields", Map.of("a", "/a", "deep", "/b/c", "list", "/l", "big", "/n", "none", "/x"));
      reply(
          Reply.json(
              "[{\"a\": 1.50, \"b\": {\"c\": true}, \"l\": [1, {\"k\": null}],"
                  + " \"n\": 123456789012345678901}]"));

      SourceBatch batch = read().getFirst();
      Map<String, Object> row = new HashMap<>();
      batch
          .schema()
          .columns()
          .forEach(column ->
              row.put(
                  column.name(),
                  batch.rows().getFirst().value(batch.schema().indexOf(column.name()))));

      assertThat(row)
          .containsEntry("a", new BigDecimal("1.50"))
          .containsEntry("deep", true)
          .containsEntry("list", "[1,{\"k\":null}]")
          .containsEntry("big", new BigDecimal("123456789012345678901"))
          .containsEntry("none", null);
    }

    @Test
    void everythingWrongWithTheSettingsIsSaidAtOnce() {
      settings.put("url", "ftp://host/");
      settings.put("records", "no-pointer");
      settings.put("pagination", Map.of("kind", "cursor"));
      settings.put("headers", Map.of("Host", "x"));
      settings.put("timeuot", "3s");

      assertThatThrownBy(() -> new RestConnectorFactory().open(TestConnectorContext.of(settings)))
          .isInstanceOfSatisfying(
              ConfigurationException.class, wrong -> assertThat(wrong.faults()).hasSize(5));
    }
  }

  private void reply(Reply... inOrder) {
    replies.addAll(List.of(inOrder));
  }

  private List<SourceBatch> read() {
    return read(Checkpoints.none(), ReadMode.INCREMENTAL);
  }

  private List<SourceBatch> read(Checkpoints from, ReadMode mode) {
    context =
        TestConnectorContext.builder().settings(settings).secrets(Map.of("env:KEY", "k3y")).build();
    return read(context, from, mode);
  }

  private static List<SourceBatch> read(
      TestConnectorContext context, Checkpoints from, ReadMode mode) {
    List<SourceBatch> batches = new ArrayList<>();
    try (SourceConnector connector = new RestConnectorFactory().open(context);
        BatchReader reader = connector.read(ReadRequest.of("things", mode, from))) {
      for (Optional<SourceBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
        batches.add(batch.get());
      }
    }
    return batches.stream()
        .filter(batch -> !batch.rows().isEmpty() || !batch.rejected().isEmpty())
        .toList();
  }

  private static String state(List<SourceBatch> batches) {
    return batches.getLast().checkpoints().getFirst().state().orElseThrow();
  }

  private ConnectorException failure() {
    return catchThrowableOfType(
        ConnectorException.class,
        () ->
            read(
                Checkpoints.none(),
                settings.containsKey("pagination") ? ReadMode.FULL : ReadMode.INCREMENTAL));
  }

  private static ConnectorException failureOf(TestConnectorContext context) {
    return catchThrowableOfType(
        ConnectorException.class, () -> read(context, Checkpoints.none(), ReadMode.FULL));
  }

  private void assertMalformed(String... parts) {
    ConnectorException failure = failure();
    assertThat(failure.code()).isEqualTo(ConnectorError.MALFORMED);
    assertThat(failure.getMessage()).contains(parts);
  }
}
