package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.fake.FakePlatform;
import dev.tributary.http.fake.FakeQueries;
import dev.tributary.http.fake.FakeRequest;
import dev.tributary.http.fake.FakeSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryRoutesTest {
  private static final String QUERY = "/api/v1/query";
  private static final String BY_COUNTRY = "{\"question\":\"customers by country\"}";

  private final FakePlatform platform = new FakePlatform();
  private final HttpApi api =
      HttpApi.of(
          platform,
          HttpConfig.builder().build(),
          () -> "",
          InstantSource.fixed(FakeSources.NOON),
          "1");

  @Nested
  class Asking {
    @Test
    void anAnswerHasRowsChartInsightsAndOrigin() {
      JsonNode json = json(200, FakeRequest.json(QUERY, BY_COUNTRY));

      assertThat(json.at("/outcome").asText()).isEqualTo("answered");
      assertThat(json.at("/message").asText()).startsWith("DE leads");
      assertThat(json.at("/answer/sql").asText()).isEqualTo(FakeQueries.SQL);
      assertThat(json.at("/answer/rows").toString()).isEqualTo("[[\"DE\",3],[null,1]]");
      assertThat(json.at("/answer/row_count").asInt()).isEqualTo(2);
      assertThat(json.at("/answer/execution_time_ms").asDouble()).isEqualTo(1.234);
      assertThat(json.at("/answer/chart/chart_type").asText()).isEqualTo("bar");
      assertThat(json.at("/answer/chart/vega_lite/a/0").asInt()).isEqualTo(1);
      assertThat(json.at("/answer/provenance/sources/0/freshness").asText()).isEqualTo("fresh");
      assertThat(json.at("/clarification").isNull()).isTrue();
    }

    @Test
    void aQuestionBackHasItsOptions() {
      JsonNode json = json(200, FakeRequest.json(QUERY, "{\"question\":\"show me the risk\"}"));

      assertThat(json.at("/outcome").asText()).isEqualTo("clarification");
      assertThat(json.at("/clarification/options")).hasSize(2);
      assertThat(json.at("/answer").isNull()).isTrue();
    }

    @Test
    void aRefusalNamesTheWordAndWhatComesNearest() {
      JsonNode json = json(200, FakeRequest.json(QUERY, "{\"question\":\"zodiac\"}"));

      assertThat(json.at("/outcome").asText()).isEqualTo("refused");
      assertThat(json.at("/refusal/reason").asText()).isEqualTo("unknown_term");
      assertThat(json.at("/refusal/terms/0/nearest/0").asText()).isEqualTo("country");
    }

    @Test
    void aFaultIsAProblem() {
      JsonNode json = json(504, FakeRequest.json(QUERY, "{\"question\":\"too slow\"}"));

      assertThat(json.at("/code").asText()).isEqualTo("QUERY_TIME_LIMIT");
    }

    @Test
    void sessionZoneAndLimitsAreHandedOn() {
      json(
          200,
          FakeRequest.json(
              QUERY,
              "{\"question\":\"customers by country\",\"session_id\":\"s-1\",\"request_id\":\"r-1\","
                  + "\"zone\":\"Europe/Berlin\",\"max_rows\":5}"));

      assertThat(platform.queries.asked)
          .singleElement()
          .satisfies(question -> {
            assertThat(question.sessionId()).isEqualTo("s-1");
            assertThat(question.requestId()).isEqualTo("r-1");
            assertThat(question.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(question.maxRows()).isEqualTo(5);
          });
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}|question",
          "{\"question\":\"  \"}|question",
          "{\"question\":\"a\",\"zone\":\"Mars\"}|zone",
          "{\"question\":\"a\",\"max_rows\":0}|max_rows",
          "{\"question\":\"a\",\"session_id\":\"a b\"}|session_id"
        })
    void whatIsWrongIsNamed(String body, String member) {
      JsonNode json = json(400, FakeRequest.json(QUERY, body));

      assertThat(json.at("/errors/0/name").asText()).isEqualTo(member);
    }

    @Test
    void namesOfConversationsHaveOneLimit() {
      String body = "{\"question\":\"customers by country\",\"session_id\":\"%s\"}";
      String tooLong = "s".repeat(101);
      json(200, FakeRequest.json(QUERY, body.formatted(tooLong.substring(1))));

      assertThat(
              json(400, FakeRequest.json(QUERY, body.formatted(tooLong)))
                  .at("/errors/0/message")
                  .asText())
          .contains("1 to 100");
      json(400, FakeRequest.get(QUERY + "/suggestions?session_id=" + tooLong));
    }

    @Test
    void questionsThatAreTooLongAreNotCutOff() {
      json(400, FakeRequest.json(QUERY, "{\"question\":\"" + "a".repeat(5001) + "\"}"));
    }
  }

  @Nested
  class Streaming {
    @Test
    void stepsComeBeforeTheOutcome() throws IOException {
      String text = streamed(FakeRequest.json(QUERY + "/stream", BY_COUNTRY));

      assertThat(text)
          .startsWith("event: step\ndata: {\"stage\":\"ground\",\"ended\":false")
          .contains("\n\nevent: outcome\ndata: {\"outcome\":\"answered\"")
          .endsWith("\n\n");
    }

    @Test
    void acceptingEventsIsEnough() throws IOException {
      FakeRequest request = FakeRequest.json(QUERY, BY_COUNTRY);

      assertThat(streamed(request.with("Accept", "text/event-stream"))).contains("event: outcome");
    }

    @Test
    void aFaultIsTheLastEvent() throws IOException {
      assertThat(streamed(FakeRequest.json(QUERY + "/stream", "{\"question\":\"too slow\"}")))
          .contains("event: failed\ndata: {\"code\":\"QUERY_TIME_LIMIT\"");
    }

    @Test
    void aClientThatLeavesCancelsItsQuestion() {
      ApiResponse response = api.answer(FakeRequest.json(QUERY + "/stream", BY_COUNTRY));

      assertThatThrownBy(() ->
              ((ApiResponse.Body.Streamed) response.body())
                  .writer()
                  .writeTo(
                      new OutputStream() {
                        @Override
                        public void write(int value) throws IOException {
                          throw new IOException("gone");
                        }
                      }))
          .hasMessage("gone");
      assertThat(platform.queries.cancelled).containsExactly("request-1");
    }

    @Test
    void aClientThatLeavesDuringASlowStepCancelsItsQuestion() {
      ApiResponse response =
          api.answer(FakeRequest.json(QUERY + "/stream", "{\"question\":\"until cancelled\"}"));

      assertThatThrownBy(() ->
              ((ApiResponse.Body.Streamed) response.body())
                  .writer()
                  .writeTo(
                      new ByteArrayOutputStream() {
                        @Override
                        public void flush() {
                          if (toString(StandardCharsets.UTF_8).endsWith("\n\n:\n\n")) {
                            throw new UncheckedIOException(new IOException("gone"));
                          }
                        }
                      }))
          .hasMessage("gone");
      assertThat(platform.queries.cancelled).containsExactly("request-1");
    }

    private String streamed(ApiRequest request) throws IOException {
      ApiResponse response = api.answer(request);
      assertThat(response.headers()).containsEntry("Content-Type", "text/event-stream");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ((ApiResponse.Body.Streamed) response.body()).writer().writeTo(out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  @Nested
  class InOtherShapes {
    @Test
    void rowsComeByNameInTheShortForm() {
      JsonNode json = json(200, FakeRequest.json(QUERY + "/natural", BY_COUNTRY));

      assertThat(json.at("/results/0/country").asText()).isEqualTo("DE");
      assertThat(json.at("/explanation").asText()).contains("Read from users");
    }

    @Test
    void aDatasetThatWasNotReadIsNotAnsweredFrom() {
      String body = "{\"question\":\"customers by country\",\"dataset_id\":\"%s\"}";

      assertThat(
              json(200, FakeRequest.json(QUERY + "/natural", body.formatted("users")))
                  .at("/outcome")
                  .asText())
          .isEqualTo("answered");
      json(404, FakeRequest.json(QUERY + "/natural", body.formatted("nothing")));
    }

    @Test
    void theSqlAloneIsToBeHadToo() {
      JsonNode json = json(200, FakeRequest.json("/api/v1/nl/sql", BY_COUNTRY));

      assertThat(json.at("/sql").asText()).isEqualTo(FakeQueries.SQL);
      assertThat(json.at("/generator").asText()).isEqualTo("grounded");
    }
  }

  @Nested
  class RunningSql {
    @Test
    void validationTellsWhatWouldRun() {
      JsonNode json = json(200, FakeRequest.json(QUERY + "/validate", "{\"sql\":\"SELECT 1\"}"));

      assertThat(json.at("/valid").asBoolean()).isTrue();
      assertThat(json.at("/tables/0").asText()).isEqualTo("users");
    }

    @Test
    void validationTellsWhatIsWrong() {
      JsonNode json = json(200, FakeRequest.json(QUERY + "/validate", "{\"sql\":\"DROP\"}"));

      assertThat(json.at("/valid").asBoolean()).isFalse();
      assertThat(json.at("/errors/0/rule").asText()).isEqualTo("statement.kind");
      assertThat(json.at("/sql").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/query/execute", "/api/db-test/query"})
    void sqlThatMayNotRunIs422WithTheRule(String path) {
      JsonNode json = json(422, FakeRequest.json(path, "{\"sql\":\"DROP TABLE users\"}"));

      assertThat(json.at("/code").asText()).isEqualTo("SQL_REFUSED");
      assertThat(json.at("/errors/0/name").asText()).isEqualTo("statement.kind");
    }

    @Test
    void sqlThatMayRunGivesRows() {
      JsonNode whole = json(200, FakeRequest.json(QUERY + "/execute", "{\"sql\":\"SELECT 1\"}"));
      JsonNode plain = json(200, FakeRequest.json("/api/db-test/query", "{\"sql\":\"SELECT 1\"}"));

      assertThat(whole.at("/answer/rows")).hasSize(2);
      assertThat(plain.at("/columns").toString()).isEqualTo("[\"country\",\"n\"]");
    }

    @Test
    void whatRunsCanBeStopped() {
      FakeRequest delete = FakeRequest.of("DELETE", QUERY + "/requests/running", "");
      FakeRequest post = FakeRequest.of("POST", QUERY + "/requests/other/cancel", "");

      assertThat(json(200, delete).at("/cancelled").asBoolean()).isTrue();
      assertThat(json(200, post).at("/cancelled").asBoolean()).isFalse();
    }
  }

  @Nested
  class Knowing {
    @Test
    void suggestionsTakeThePrefixAndTheLimit() {
      JsonNode json = json(200, FakeRequest.get(QUERY + "/suggestions?prefix=blocked%20&limit=1"));

      assertThat(json.toString()).isEqualTo("{\"suggestions\":[\"blocked users by country\"]}");
    }

    @Test
    void theSchemaIsShownAndLookedAtAnew() {
      JsonNode schema = json(200, FakeRequest.get("/api/v1/schema"));
      JsonNode refreshed = json(200, FakeRequest.of("POST", "/api/v1/schema/refresh", ""));

      assertThat(schema.at("/tables/0/columns/0/profile/samples/0").asText()).isEqualTo("DE");
      assertThat(refreshed.at("/version").asText()).isEqualTo("v1");
    }
  }

  private JsonNode json(int status, ApiRequest request) {
    ApiResponse response = api.answer(request);
    byte[] bytes = ((ApiResponse.Body.Whole) response.body()).bytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(response.status()).as(text).isEqualTo(status);
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
