package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Timeout(60)
class ServerLoggingTest {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  @AfterEach
  void restore() {
    System.setErr(before);
    ServerLogging.install(ServerLogging.Format.TEXT, false);
  }

  @Test
  void everyLineOfARequestCarriesItsId() throws Exception {
    listen(ServerLogging.Format.JSON);
    try (ServerFixture fixture = new ServerFixture()) {
      fixture.platform.sources.planFailure = new IllegalStateException("broken\n\"inside\"");

      HttpResponse<String> response =
          fixture.send(
              fixture
                  .request("/api/v1/ingest/sources/fra-core/plan")
                  .header("X-Request-Id", "trace-7"));

      assertThat(response.statusCode()).isEqualTo(500);
    }
    List<JsonNode> lines =
        lines().filter(line -> line.path("request_id").asText().equals("trace-7")).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).path("level").asText()).isEqualTo("ERROR");
    assertThat(lines.get(0).path("stack").asText()).contains("broken\n\"inside\"");
    assertThat(lines.get(1).path("logger").asText()).isEqualTo("dev.tributary.access");
    assertThat(lines.get(1).path("message").asText())
        .startsWith("GET /api/v1/ingest/sources/fra-core/plan 500 ");
  }

  @Test
  void whatLibrariesLogElsewhereComesHereToo() {
    listen(ServerLogging.Format.JSON);

    Logger.getLogger("some.library").warning("by java.util.logging");
    System.getLogger("dev.tributary.some").log(System.Logger.Level.INFO, "by System.Logger");

    assertThat(lines().map(line -> line.path("message").asText()))
        .contains("by java.util.logging", "by System.Logger");
  }

  @Test
  void linesForPeopleShowTheIdOnlyWhereThereIsOne() throws Exception {
    listen(ServerLogging.Format.TEXT);
    System.getLogger("dev.tributary.some").log(System.Logger.Level.INFO, "started");
    try (ServerFixture fixture = new ServerFixture()) {
      fixture.send(fixture.request("/health").header("X-Request-Id", "trace-8"));
    }

    assertThat(text().lines())
        .anyMatch(line -> line.matches(".*INFO .*dev\\.tributary\\.some +started"))
        .anyMatch(line -> line.contains("[trace-8] GET /health 200"));
  }

  private void listen(ServerLogging.Format format) {
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    ServerLogging.install(format, false);
  }

  private String text() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  private Stream<JsonNode> lines() {
    return text()
        .lines()
        .map(line -> {
          try {
            return new ObjectMapper().readTree(line);
          } catch (java.io.IOException e) {
            throw new AssertionError(line, e);
          }
        });
  }
}
