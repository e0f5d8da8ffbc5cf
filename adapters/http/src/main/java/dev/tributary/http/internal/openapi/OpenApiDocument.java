package dev.tributary.http.internal.openapi;

import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.Problem;
import dev.tributary.http.internal.route.Parameter;
import dev.tributary.http.internal.route.Route;
import dev.tributary.http.internal.route.RouteBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of a list of routes. */
final class OpenApiDocument {
  private final RecordSchemas schemas = new RecordSchemas();
  private final String version;

  OpenApiDocument(String version) {
    this.version = version;
  }

  /** The document as JSON-like maps, the same for the same routes. */
  Map<String, Object> of(List<Route> routes) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Tributary",
            "version", version,
            "description", "Collects data from many data centers into one store."));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas.all()));
    return document;
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(route));
    operation.put("summary", route.summary());
    operation.put("parameters", parameters(route));
    route
        .takes()
        .ifPresent(body ->
            operation.put(
                "requestBody", Map.of("required", body.required(), "content", content(body))));
    operation.put("responses", responses(route));
    return operation;
  }

  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
    for (String word : route.path().replaceAll("[{}]", "").split("[/.-]")) {
      id.append(word.isEmpty() ? "" : "_" + word);
    }
    return id.toString();
  }

  private static List<Object> parameters(Route route) {
    List<Object> parameters = new ArrayList<>();
    for (String name : route.pathNames()) {
      parameters.add(
          Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string")));
    }
    for (Parameter parameter : route.parameters()) {
      parameters.add(
          Map.of(
              "name", parameter.name(),
              "in", "query",
              "required", false,
              "description", parameter.description(),
              "schema", schema(parameter)));
    }
    return parameters;
  }

  private static Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> schema = new TreeMap<>(parameter.type().schema());
    if (parameter.preset() != null) {
      schema.put("default", Long.parseLong(parameter.preset()));
    }
    return parameter.repeatable() ? Map.of("type", "array", "items", schema) : schema;
  }

  private Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new TreeMap<>();
    route
        .gives()
        .forEach((status, body) -> responses.put(status.toString(), response("As asked.", body)));
    responses.put(
        "default",
        response(
            "What went wrong, as RFC 9457 has it.",
            new RouteBody(List.of(Problem.MEDIA_TYPE), Problem.class, true)));
    return responses;
  }

  private Map<String, Object> response(String description, RouteBody body) {
    return Map.of("description", description, "content", content(body));
  }

  private Map<String, Object> content(RouteBody body) {
    Map<String, Object> content = new TreeMap<>();
    for (String mediaType : body.mediaTypes()) {
      content.put(mediaType, Map.of("schema", schema(mediaType, body.schema())));
    }
    return content;
  }

  private Map<String, Object> schema(String mediaType, @Nullable Class<?> wireRecord) {
    if (wireRecord != null) {
      return schemas.reference(wireRecord);
    }
    if (mediaType.equals("multipart/form-data")) {
      return Map.of("type", "object", "properties", Map.of("file", Map.of("type", "string")));
    }
    return mediaType.equals(Json.MEDIA_TYPE) ? Map.of("type", "object") : Map.of("type", "string");
  }
}
