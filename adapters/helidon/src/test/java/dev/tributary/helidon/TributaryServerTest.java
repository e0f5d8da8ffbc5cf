package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformException;
import dev.tributary.http.HttpConfig;
import dev.tributary.http.fake.FakePlatform;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TributaryServerTest {
  private final ServerFixture fixture = new ServerFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void requestIdsAreTakenOverWhenSaneAndMadeUpOtherwise() throws Exception {
    HttpResponse<String> sane =
        fixture.send(fixture.request("/health").header("X-Request-Id", "trace-1/a.b"));
    HttpResponse<String> hostile =
        fixture.send(fixture.request("/health").header("X-Request-Id", "x\" injected={}"));

    assertThat(sane.headers().firstValue("X-Request-Id")).contains("trace-1/a.b");
    assertThat(hostile.headers().firstValue("X-Request-Id").orElseThrow())
        .hasSize(36)
        .doesNotContain("injected");
  }

  @Test
  void encodedSlashesStayInsideTheirSegment() throws Exception {
    HttpResponse<String> response = fixture.get("/api/v1/ingest/runs/a%2F..%2Fb");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("there is no run 'a/../b'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/api/nothing", "/assets/../secret", "/assets/"})
  void unknownPathsAreProblems(String path) throws Exception {
    HttpResponse<String> response = fixture.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void requestsAreCountedByRouteNotByPath() throws Exception {
    fixture.get("/api/v1/ingest/runs/r1");
    fixture.get("/api/v1/ingest/runs/r2");
    fixture.get("/whatever");

    assertThat(fixture.get("/metrics").body())
        .contains(
            "tributary_http_requests_seconds_count{method=\"GET\","
                + "route=\"/api/v1/ingest/runs/{id}\",status=\"200\"} 2")
        .contains(
            "tributary_http_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}")
        .doesNotContain("whatever");
  }

  @Test
  void whatIsNotHttpIsAProblemToo() throws Exception {
    try (Socket socket = fixture.raw("GARBAGE\r\n\r\n")) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    }
  }

  @Test
  void tooLargeBodiesAreRefusedWithAProblemTheClientCanRead() throws Exception {
    try (ServerFixture small =
        new ServerFixture(HttpConfig.builder().mostBodyBytes(1000).build())) {
      HttpResponse<String> declared = small.send(upload(small, new byte[2_000_000]));
      HttpResponse<String> chunked =
          small.send(
              small
                  .request("/api/v1/ingest/upload?dataset=users&filename=a.csv")
                  .POST(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> new java.io.ByteArrayInputStream(new byte[2_000_000]))));

      assertThat(declared.statusCode()).isEqualTo(413);
      assertThat(declared.body()).contains("BODY_TOO_LARGE", "1000 bytes");
      assertThat(chunked.statusCode()).isEqualTo(413);
      assertThat(small.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anEndlessBodyIsCutOff() throws Exception {
    try (ServerFixture small = new ServerFixture(HttpConfig.builder().mostBodyBytes(1000).build());
        Socket socket =
            small.raw(
                "POST /api/v1/ingest/upload?dataset=users&filename=a.csv HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Length: 99999999999\r\n\r\n")) {
      byte[] chunk = new byte[1 << 16];
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  socket.getOutputStream().write(chunk);
                }
              })
          .isInstanceOf(java.net.SocketException.class);
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleOfAnUploadLeavesNothing() throws Exception {
    try (Socket socket =
        fixture.raw(
            "POST /api/v1/ingest/upload?dataset=users&filename=a.csv HTTP/1.1\r\nHost: x\r\n"
                + "Content-Length: 1000\r\n\r\nhalf")) {
      socket.shutdownOutput();
      InputStream answer = socket.getInputStream();

      assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400")
          .contains("INCOMPLETE_BODY");
    }
    assertThat(fixture.platform.uploads.arrived).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithTheRemedy() {
    ServerConfig taken = ServerConfig.builder().port(fixture.server.port()).build();

    assertThatThrownBy(() -> start(taken))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("port " + fixture.server.port())
        .hasMessageContaining("another program uses it")
        .hasMessageContaining("--port");
  }

  @Test
  void aForeignHostIsNamedWithTheRemedy() {
    assertThatThrownBy(() -> start(ServerConfig.builder().host("203.0.113.1").port(0).build()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("203.0.113.1")
        .hasMessageContaining("server.host");
  }

  @Test
  void twoServersRunSideBySide() throws Exception {
    try (ServerFixture other = new ServerFixture()) {
      other.platform.store.up = false;

      assertThat(fixture.get("/health").statusCode()).isEqualTo(200);
      assertThat(other.get("/health").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void closingTwiceDoesNothing() {
    fixture.server.close();
    fixture.server.close();
  }

  @Test
  void foreignOriginsAreRefusedAndListedOnesMayRead() throws Exception {
    try (ServerFixture open =
        new ServerFixture(
            HttpConfig.builder().corsOrigins(List.of("https://ui.example")).build())) {
      HttpResponse<String> foreign =
          open.send(open.request("/health").header("Origin", "https://evil.example"));
      HttpResponse<String> listed =
          open.send(open.request("/health").header("Origin", "https://ui.example"));

      assertThat(foreign.statusCode()).isEqualTo(403);
      assertThat(foreign.body()).contains("ORIGIN_NOT_ALLOWED");
      assertThat(listed.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://ui.example");
    }
  }

  @Test
  void thePageIsServedWithAPolicyAndNotSentTwice() throws Exception {
    HttpResponse<String> page = fixture.get("/");
    String tag = page.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = fixture.send(fixture.request("/").header("If-None-Match", tag));

    assertThat(page.body()).contains("<title>Tributary");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'");
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void headAnswersWithoutBody() throws Exception {
    HttpResponse<String> head =
        fixture.send(
            fixture.request("/health").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  private static HttpRequest.Builder upload(ServerFixture fixture, byte[] body) {
    return fixture
        .request("/api/v1/ingest/upload?dataset=users&filename=a.csv")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static void start(ServerConfig config) {
    TributaryServer.start(
            new FakePlatform(),
            config,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            InstantSource.system(),
            "1")
        .close();
  }
}
