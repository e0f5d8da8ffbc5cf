package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.fake.FakePlatform;
import dev.tributary.http.fake.FakeRequest;
import dev.tributary.http.fake.FakeSources;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpApi api =
      HttpApi.of(
          new FakePlatform(),
          HttpConfig.builder().build(),
          () -> "",
          InstantSource.fixed(FakeSources.NOON),
          "1.2.3");

  @Test
  void everyRouteIsInTheDocumentAndNothingElse() throws IOException {
    List<String> documented = new ArrayList<>();
    document()
        .at("/paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    documented.add(
                        method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(api.routes());
  }

  @Test
  void operationsHaveNamesOfTheirOwn() throws IOException {
    List<String> names = document().findValuesAsText("operationId");

    assertThat(names).hasSameSizeAs(api.routes()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, /health, 200",
    "GET, /api/v1/ingest/status, /api/v1/ingest/status, 200",
    "GET, /api/v1/ingest/runs, /api/v1/ingest/runs, 200",
    "GET, /api/v1/ingest/runs/{id}, /api/v1/ingest/runs/r1, 200",
    "GET, /api/v1/ingest/quarantine, /api/v1/ingest/quarantine, 200",
    "GET, /api/v1/ingest/sources/{id}, /api/v1/ingest/sources/fra-drop, 200",
    "GET, /api/v1/ingest/sources/{id}/plan, /api/v1/ingest/sources/fra-core/plan, 200",
    "POST, /api/v1/ingest/sources/{id}/pause, /api/v1/ingest/sources/fra-core/pause, 200",
    "POST, /api/v1/ingest/sources/{id}/resume, /api/v1/ingest/sources/fra-core/resume, 200",
    "POST, /api/v1/ingest/upload, /api/v1/ingest/upload?dataset=users&filename=a.csv, 202",
    "POST, /api/v1/data/upload, /api/v1/data/upload?dataset=users&filename=a.csv, 202",
    "GET, /api/v1/data-centers, /api/v1/data-centers, 200",
    "GET, /api/v1/data-centers/{id}, /api/v1/data-centers/nyc, 200",
    "GET, /api/db-test/health, /api/db-test/health, 200",
    "GET, /api/db-test/schema, /api/db-test/schema, 200",
    "GET, /api/db-test/tables, /api/db-test/tables, 200",
    "GET, /api/redis-test/ping, /api/redis-test/ping, 200",
    "GET, /redis-test/info, /redis-test/info, 200",
    "GET, /api/v1/schema, /api/v1/schema, 200",
    "POST, /api/v1/schema/refresh, /api/v1/schema/refresh, 200",
    "GET, /api/v1/query/suggestions, /api/v1/query/suggestions, 200",
    "DELETE, /api/v1/query/requests/{id}, /api/v1/query/requests/running, 200"
  })
  void answersAreAsTheDocumentSays(String method, String template, String target, int status)
      throws IOException {
    ApiResponse response = api.answer(FakeRequest.of(method, target, ""));

    assertThat(response.status()).isEqualTo(status);
    assertThat(faults(template, method, Integer.toString(status), response)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/ingest/sync, {\"source_id\":\"fra-core\"}, 202",
    "/api/v1/ingest/quarantine/replay, {\"source_id\":\"fra-drop\"}, 200",
    "/api/v1/query, {\"question\":\"customers by country\"}, 200",
    "/api/v1/query, {\"question\":\"show me the risk\"}, 200",
    "/api/v1/query, {\"question\":\"zodiac\"}, 200",
    "/api/v1/query/natural, {\"question\":\"customers by country\"}, 200",
    "/api/v1/query/natural, {\"question\":\"zodiac\"}, 200",
    "/api/v1/nl/sql, {\"question\":\"customers by country\"}, 200",
    "/api/v1/query/validate, {\"sql\":\"DROP\"}, 200",
    "/api/v1/query/execute, {\"sql\":\"SELECT 1\"}, 200",
    "/api/db-test/query, {\"sql\":\"SELECT 1\"}, 200"
  })
  void answersToJsonAreAsTheDocumentSays(String path, String body, String status)
      throws IOException {
    ApiResponse response = api.answer(FakeRequest.json(path, body));

    assertThat(faults(path, "POST", status, response)).isEmpty();
  }

  @Test
  void uploadJobsAreAsTheDocumentSays() throws IOException {
    api.answer(FakeRequest.of("POST", "/api/v1/ingest/upload?dataset=users&filename=a.csv", "a"));

    assertThat(
            faults(
                "/api/v1/ingest/jobs/{id}",
                "GET",
                "200",
                api.answer(FakeRequest.get("/api/v1/ingest/jobs/job-1"))))
        .isEmpty();
    assertThat(
            faults(
                "/api/v1/data/job/{id}",
                "GET",
                "200",
                api.answer(FakeRequest.get("/api/v1/data/job/job-1"))))
        .isEmpty();
  }

  @Test
  void problemsAreAsTheDocumentSays() throws IOException {
    ApiResponse response = api.answer(FakeRequest.get("/api/v1/ingest/runs?limit=0"));

    assertThat(faults("/api/v1/ingest/runs", "GET", "default", response)).isEmpty();
  }

  private JsonNode document() throws IOException {
    return MAPPER.readTree(bytes(api.answer(FakeRequest.get("/api/v1/openapi.json"))));
  }

  /** Members that the document does not know count as faults too. */
  private List<String> faults(String template, String method, String status, ApiResponse response)
      throws IOException {
    JsonNode document = document();
    String pointer =
        "/paths/"
            + template.replace("~", "~0").replace("/", "~1")
            + "/"
            + method.toLowerCase(java.util.Locale.ROOT)
            + "/responses/"
            + status
            + "/content/"
            + response.headers().get("Content-Type").replace("/", "~1")
            + "/schema";
    JsonNode schema = document.at(pointer);
    assertThat(schema.isMissingNode()).as(pointer).isFalse();
    ObjectNode root = MAPPER.createObjectNode();
    ObjectNode components = (ObjectNode) document.get("components");
    components.get("schemas").forEach(one -> ((ObjectNode) one).put("additionalProperties", false));
    root.set("components", components);
    root.set("$ref", schema.get("$ref"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(root.toString(), InputFormat.JSON)
        .validate(
            new String(bytes(response), java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static byte[] bytes(ApiResponse response) {
    return ((ApiResponse.Body.Whole) response.body()).bytes();
  }
}
