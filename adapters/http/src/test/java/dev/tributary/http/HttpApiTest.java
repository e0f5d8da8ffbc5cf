package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.fake.FakeCache;
import dev.tributary.http.fake.FakePlatform;
import dev.tributary.http.fake.FakeRequest;
import dev.tributary.http.fake.FakeSources;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
  private final FakePlatform platform = new FakePlatform();
  private final HttpApi api = api(HttpConfig.builder().build());

  private HttpApi api(HttpConfig config) {
    return HttpApi.of(
        platform, config, () -> "rows_total 1\n", InstantSource.fixed(FakeSources.NOON), "1.2.3");
  }

  @Nested
  class Reading {
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v1/health", "/health/"})
    void healthNamesServiceVersionAndStore(String path) {
      JsonNode health = json(200, FakeRequest.get(path));

      assertThat(health.at("/status").asText()).isEqualTo("up");
      assertThat(health.at("/service").asText()).isEqualTo("tributary");
      assertThat(health.at("/version").asText()).isEqualTo("1.2.3");
      assertThat(health.at("/store/engine").asText()).isEqualTo("SQLite 3.54.1");
    }

    @Test
    void healthIs503WhileTheStoreIsDown() {
      platform.store.up = false;

      JsonNode health = json(503, FakeRequest.get("/health"));

      assertThat(health.at("/status").asText()).isEqualTo("down");
      assertThat(health.at("/store/message").asText()).contains("mount it");
    }

    @Test
    void healthIsDegradedWhileTheStoreIsFull() {
      platform.store.full = true;

      JsonNode health = json(200, FakeRequest.get("/health"));

      assertThat(health.at("/status").asText()).isEqualTo("degraded");
      assertThat(health.at("/store/up").asBoolean()).isTrue();
      assertThat(health.at("/store/writable").asBoolean()).isFalse();
      assertThat(health.at("/store/message").asText()).contains("free some");
    }

    @Test
    void aCacheThatIsNotConfiguredIsNoFault() {
      JsonNode ping = json(200, FakeRequest.get("/redis-test/ping"));

      assertThat(ping.at("/status").asText()).isEqualTo("not_configured");
      assertThat(ping.at("/message").asText()).contains("redis: {host: ...}");
    }

    @Test
    void aCacheIsTriedAndSaysWhoItIs() {
      platform.cache = new FakeCache();

      assertThat(json(200, FakeRequest.get("/api/redis-test/ping")).at("/took").asText())
          .isEqualTo("PT0.0015S");
      assertThat(json(200, FakeRequest.get("/redis-test/read-write")).at("/took").asText())
          .isEqualTo("PT0.0025S");
      assertThat(json(200, FakeRequest.get("/redis-test/info")).at("/info/redis_version").asText())
          .isEqualTo("7.2.4");
    }

    @Test
    void aCacheThatIsDownIs503WithTheReason() {
      FakeCache cache = new FakeCache();
      cache.up = false;
      platform.cache = cache;

      JsonNode ping = json(503, FakeRequest.get("/redis-test/ping"));

      assertThat(ping.at("/status").asText()).isEqualTo("down");
      assertThat(ping.at("/place").asText()).isEqualTo("cache:6379");
      assertThat(ping.at("/message").asText()).contains("check that it runs");
    }

    @Test
    void metricsArePlainText() {
      ApiResponse response = api.answer(FakeRequest.get("/metrics"));

      assertThat(response.headers().get("Content-Type")).startsWith("text/plain; version=0.0.4");
      assertThat(text(response)).isEqualTo("rows_total 1\n");
    }

    @Test
    void statusShowsEverySourceWithItsFreshnessAndTheEventItIsCurrentWith() {
      platform.events.append("run.started", "fra-core", java.util.Map.of());

      JsonNode status = json(200, FakeRequest.get("/api/v1/ingest/status?data_center=fra"));

      assertThat(status.at("/last_event_id").asText()).isEqualTo("1");
      assertThat(status.at("/sources")).hasSize(2);
      assertThat(status.at("/sources/1/freshness/state").asText()).isEqualTo("late");
      assertThat(status.at("/sources/1/freshness/cadence").asText()).isEqualTo("PT1M");
      assertThat(status.at("/sources/0/latest_run/started_at").asText())
          .isEqualTo("2026-11-21T12:00:00.123456Z");
    }

    @Test
    void pagesFollowOneAnotherByToken() {
      JsonNode first = json(200, FakeRequest.get("/api/v1/ingest/quarantine?limit=3"));
      JsonNode second =
          json(
              200,
              FakeRequest.get(
                  "/api/v1/ingest/quarantine?limit=3&token=" + first.at("/next_token").asText()));

      assertThat(first.at("/items/0/id").isTextual()).isTrue();
      assertThat(first.at("/items")).hasSize(3);
      assertThat(second.at("/items")).hasSize(2);
      assertThat(second.at("/next_token").isNull()).isTrue();
    }

    @Test
    void runsAreFilteredByStatus() {
      JsonNode runs = json(200, FakeRequest.get("/api/v1/ingest/runs?status=failed"));

      assertThat(runs.at("/items")).hasSize(1);
      assertThat(runs.at("/items/0/errors/0/code").asText()).isEqualTo("CONNECT_FAILED");
    }

    @Test
    void headIsGetWithoutBody() {
      ApiResponse response = api.answer(FakeRequest.of("HEAD", "/health", ""));

      assertThat(response.status()).isEqualTo(200);
      assertThat(text(response)).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheRequestId() {
      assertThat(api.answer(FakeRequest.get("/health")).headers())
          .containsEntry("X-Request-Id", "request-1");
      assertThat(api.answer(FakeRequest.get("/nothing")).headers())
          .containsEntry("X-Request-Id", "request-1");
    }
  }

  @Nested
  class Acting {
    @Test
    void syncOfADataCenterAsksAllItsSources() {
      JsonNode answer =
          json(202, FakeRequest.json("/api/v1/ingest/sync", "{\"data_center_id\":\"fra\"}"));

      assertThat(answer.at("/sources")).hasSize(2);
      assertThat(platform.sources.synced).containsExactly("fra-core", "fra-drop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"source_id\":\"a\",\"data_center_id\":\"b\"}"})
    void syncWantsExactlyOneTarget(String body) {
      problem(400, "INVALID_PARAMETER", FakeRequest.json("/api/v1/ingest/sync", body));
    }

    @Test
    void syncOfAnUnknownSourceIs404() {
      problem(
          404, "NOT_FOUND", FakeRequest.json("/api/v1/ingest/sync", "{\"source_id\":\"none\"}"));
    }

    @Test
    void pausedSourcesAreShownAsPausedUntilTheyAreResumed() {
      String source = "/api/v1/ingest/sources/fra-core";

      JsonNode paused = json(200, FakeRequest.of("POST", source + "/pause", ""));
      JsonNode resumed = json(200, FakeRequest.of("POST", source + "/resume", ""));

      assertThat(paused.at("/activity").asText()).isEqualTo("paused");
      assertThat(resumed.at("/activity").asText()).isEqualTo("idle");
    }

    @Test
    void replayTellsWhatBecameOfTheRows() {
      JsonNode answer =
          json(
              200,
              FakeRequest.json("/api/v1/ingest/quarantine/replay", "{\"source_id\":\"fra-drop\"}"));

      assertThat(answer.at("/accepted").asLong()).isEqualTo(3);
    }

    @Test
    void rawUploadAnswersWithTheJobAndWhereToAskForIt() {
      ApiResponse response =
          api.answer(
              FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users&filename=a.csv", "a,b\n")
                  .with("Content-Type", "text/csv; charset=utf-8"));

      assertThat(response.status()).isEqualTo(202);
      assertThat(response.headers()).containsEntry("Location", "/api/v1/ingest/jobs/job-1");
      assertThat(platform.uploads.arrived.get("job-1").target())
          .isEqualTo(new UploadTarget.ToDataset("users"));
      assertThat(json(200, FakeRequest.get("/api/v1/ingest/jobs/job-1")).at("/status").asText())
          .isEqualTo("queued");
      assertThat(json(200, FakeRequest.get("/api/v1/data/job/job-1")).at("/status").asText())
          .isEqualTo("processing");
    }
  }

  @Nested
  class Refusing {
    @ParameterizedTest
    @CsvSource({
      "/api/v1/ingest/runs?limit=0, limit, from 1 to 1000",
      "/api/v1/ingest/runs?limit=ten, limit, from 1 to 1000",
      "/api/v1/ingest/runs?status=broken, status, running",
      "/api/v1/ingest/runs?sourc=a, sourc, did you mean 'source'?",
      "/api/v1/ingest/runs?source=a&source=b, source, more than once",
      "/api/v1/ingest/runs?source=, source, 1 to 512 characters",
      "/health?deep=1, deep, takes none"
    })
    void badParametersAreNamedWithWhatIsAllowed(String target, String name, String message) {
      JsonNode problem = problem(400, "INVALID_PARAMETER", FakeRequest.get(target));

      assertThat(problem.at("/errors/0/name").asText()).isEqualTo(name);
      assertThat(problem.at("/errors/0/message").asText()).contains(message);
    }

    @Test
    void allBadParametersAreNamedAtOnce() {
      JsonNode problem =
          problem(400, "INVALID_PARAMETER", FakeRequest.get("/api/v1/ingest/runs?limit=0&x=1"));

      assertThat(problem.at("/errors")).hasSize(2);
    }

    @Test
    void brokenPercentEncodingIs400() {
      problem(400, "INVALID_PARAMETER", FakeRequest.get("/api/v1/ingest/runs?source=%zz"));
      problem(400, "INVALID_PARAMETER", FakeRequest.get("/api/v1/ingest/runs/%zz"));
    }

    @Test
    void unknownPathsAre404() {
      problem(404, "ROUTE_NOT_FOUND", FakeRequest.get("/api/v2/health"));
    }

    @Test
    void wrongMethodsAre405WithWhatIsAllowed() {
      FakeRequest request = FakeRequest.of("DELETE", "/api/v1/ingest/runs", "");

      problem(405, "METHOD_NOT_ALLOWED", request);
      assertThat(api.answer(request).headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void unknownIdsAre404() {
      problem(404, "NOT_FOUND", FakeRequest.get("/api/v1/ingest/runs/none"));
      problem(404, "NOT_FOUND", FakeRequest.get("/api/v1/data-centers/none"));
      problem(404, "NOT_FOUND", FakeRequest.get("/api/v1/ingest/jobs/..%2Fetc"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"source_id\": }|line 1, column 15",
          "{\"source_id\": \"a\"} x|line 1",
          "{\"source\": \"a\"}|unknown member 'source'; known: data_center_id, source_id",
          "{\"source_id\": {}}|'source_id' must be a text",
          "{\"source_id\": 5}|'source_id' must be a text",
          "[]|the body must be an object",
          "{\"source_id\":\"a\",\"source_id\":\"b\"}|Duplicate"
        })
    void malformedJsonIsShownWithItsPlace(String body, String message) {
      JsonNode problem =
          problem(400, "MALFORMED_BODY", FakeRequest.json("/api/v1/ingest/sync", body));

      assertThat(problem.at("/detail").asText()).contains(message).doesNotContain("java.");
    }

    @Test
    void otherMediaTypesAre415() {
      FakeRequest form =
          FakeRequest.of("POST", "/api/v1/ingest/sync", "a=b")
              .with("Content-Type", "application/x-www-form-urlencoded");

      problem(415, "UNSUPPORTED_MEDIA_TYPE", form);
    }

    @Test
    void bodiesBeyondTheLimitAre413WhetherTheySaySoOrNot() {
      HttpApi small = api(HttpConfig.builder().mostBodyBytes(10).build());
      FakeRequest silent =
          FakeRequest.of(
              "POST", "/api/v1/ingest/upload?dataset=users&filename=a.csv", "a".repeat(11));

      assertThat(small.answer(silent).status()).isEqualTo(413);
      assertThat(small.answer(silent.with("Content-Length", "11")).status()).isEqualTo(413);
      assertThat(platform.uploads.arrived).isEmpty();
    }

    @Test
    void uploadsWantATargetANameAndAKnownKind() {
      String upload = "/api/v1/ingest/upload";

      problem(400, "INVALID_PARAMETER", FakeRequest.of("POST", upload + "?filename=a", "x"));
      problem(400, "INVALID_PARAMETER", FakeRequest.of("POST", upload + "?dataset=a", "x"));
      problem(
          400,
          "INVALID_PARAMETER",
          FakeRequest.of("POST", upload + "?dataset=a&source=b&filename=c", "x"));
      problem(
          415,
          "UNSUPPORTED_MEDIA_TYPE",
          FakeRequest.of(
              "POST", "/api/v1/data/upload?dataset=a&filename=b&source_type=excel", "x"));
      problem(
          404, "NOT_FOUND", FakeRequest.of("POST", upload + "?source=nowhere&filename=a.csv", "x"));
    }

    @ParameterizedTest
    @CsvSource({
      "CALLER, REFUSED, 400",
      "CONFIGURATION, BAD_MAPPING, 500",
      "TRANSIENT, BUSY, 503",
      "CAPACITY, FILE_TOO_LARGE, 413",
      "CAPACITY, DISK_FULL, 507",
      "REMOTE, SOURCE_DOWN, 502"
    })
    void theKindOfAnErrorDecidesItsStatus(ErrorKind kind, String code, int status) {
      platform.sources.planFailure = new PlatformException(code(code, kind), "said to the caller");

      JsonNode problem =
          problem(status, code, FakeRequest.get("/api/v1/ingest/sources/fra-core/plan"));

      assertThat(problem.at("/detail").asText()).isEqualTo("said to the caller");
    }

    @Test
    void whatIsPassingSaysWhenToComeBack() {
      platform.sources.planFailure =
          new PlatformException(PlatformError.STORE_UNAVAILABLE, "the store is away");

      ApiResponse response = api.answer(FakeRequest.get("/api/v1/ingest/sources/fra-core/plan"));

      assertThat(response.headers()).containsKey("Retry-After");
    }

    @Test
    void internalsNeverLeak() {
      platform.sources.planFailure = new IllegalStateException("password=hunter2");

      JsonNode problem =
          problem(500, "INTERNAL", FakeRequest.get("/api/v1/ingest/sources/fra-core/plan"));

      assertThat(problem.toString()).doesNotContain("hunter2").doesNotContain("IllegalState");
      assertThat(problem.at("/request_id").asText()).isEqualTo("request-1");
    }

    private ErrorCode code(String name, ErrorKind kind) {
      return new ErrorCode() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public ErrorKind kind() {
          return kind;
        }
      };
    }
  }

  @Nested
  class CallingFromWebPages {
    private final HttpApi open =
        api(HttpConfig.builder().corsOrigins(List.of("https://ui.example")).build());

    @Test
    void foreignOriginsAreRefused() {
      ApiResponse response =
          open.answer(FakeRequest.get("/health").with("Origin", "https://evil.example"));

      assertThat(response.status()).isEqualTo(403);
      assertThat(text(response)).contains("ORIGIN_NOT_ALLOWED");
      assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @Test
    void theServersOwnPagesNeedNoListing() {
      ApiResponse response =
          open.answer(
              FakeRequest.get("/health")
                  .with("Host", "localhost:8080")
                  .with("Origin", "http://localhost:8080"));

      assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void listedOriginsMayReadTheAnswerAndItsRequestId() {
      ApiResponse response =
          open.answer(FakeRequest.get("/health").with("Origin", "https://ui.example"));

      assertThat(response.headers())
          .containsEntry("Access-Control-Allow-Origin", "https://ui.example")
          .containsEntry("Vary", "Origin");
      assertThat(response.headers().get("Access-Control-Expose-Headers")).contains("X-Request-Id");
    }

    @Test
    void preflightNamesMethodsAndHeaders() {
      ApiResponse response =
          open.answer(
              FakeRequest.of("OPTIONS", "/api/v1/ingest/sync", "")
                  .with("Origin", "https://ui.example")
                  .with("Access-Control-Request-Method", "POST"));

      assertThat(response.status()).isEqualTo(204);
      assertThat(response.headers().get("Access-Control-Allow-Methods")).contains("POST");
      assertThat(response.headers().get("Access-Control-Allow-Headers")).contains("Last-Event-ID");
    }
  }

  private JsonNode json(int status, ApiRequest request) {
    ApiResponse response = api.answer(request);
    assertThat(response.status()).as(text(response)).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
    return parse(response);
  }

  private JsonNode problem(int status, String code, ApiRequest request) {
    ApiResponse response = api.answer(request);
    assertThat(response.status()).as(text(response)).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    JsonNode problem = parse(response);
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/code").asText()).isEqualTo(code);
    assertThat(problem.at("/type").asText()).startsWith("urn:tributary:problem:");
    assertThat(problem.at("/instance").asText()).isEqualTo(request.path());
    assertThat(problem.at("/timestamp").asText()).isEqualTo("2026-11-21T12:00:00.123456Z");
    return problem;
  }

  private static JsonNode parse(ApiResponse response) {
    try {
      return new ObjectMapper().readTree(text(response));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(ApiResponse response) {
    return new String(
        ((ApiResponse.Body.Whole) response.body()).bytes(),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
