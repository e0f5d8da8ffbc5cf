package dev.tributary.http.internal.openapi;

import dev.tributary.http.internal.json.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas (draft 2020-12, as OpenAPI 3.1 has them) of wire records: what is {@code @Nullable}
 * may be null, everything is always there. Not thread-safe.
 */
final class RecordSchemas {
  private static final Map<Class<?>, Map<String, Object>> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(double.class, Map.of("type", "number", "format", "double")),
          Map.entry(Double.class, Map.of("type", "number", "format", "double")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(Duration.class, Map.of("type", "string", "format", "duration")));

  private final Map<String, Object> byName = new TreeMap<>();
  private final Map<String, Class<?>> owners = new TreeMap<>();

  /** Every record met so far, by its name. */
  Map<String, Object> all() {
    return byName;
  }

  /** A reference to a record's schema, which is described if it has not been yet. */
  Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName().replaceFirst("Answer$", "");
    Class<?> owner = owners.putIfAbsent(name, type);
    if (owner == null) {
      byName.put(name, describe(type));
    } else if (owner != type) {
      throw new IllegalStateException(owner + " and " + type + " share the schema name " + name);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> describe(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(Json.wireName(component.getName()), schema(component.getAnnotatedType()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", new ArrayList<>(properties.keySet()));
    return schema;
  }

  private Map<String, Object> schema(AnnotatedType annotated) {
    Map<String, Object> plain = plain(annotated);
    return annotated.isAnnotationPresent(Nullable.class)
        ? Map.of("anyOf", List.of(plain, Map.of("type", "null")))
        : plain;
  }

  private Map<String, Object> plain(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType parameterized) {
      return generic(parameterized);
    }
    return named((Class<?>) annotated.getType());
  }

  private Map<String, Object> generic(AnnotatedParameterizedType type) {
    Type raw = ((ParameterizedType) type.getType()).getRawType();
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    if (raw == List.class) {
      return Map.of("type", "array", "items", schema(arguments[0]));
    }
    if (raw == Map.class) {
      return Map.of("type", "object", "additionalProperties", schema(arguments[1]));
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private Map<String, Object> named(Class<?> type) {
    if (type == Object.class) {
      return Map.of();
    }
    if (type.isEnum()) {
      return Map.of("type", "string", "enum", words(type));
    }
    if (type.isRecord()) {
      return reference(type);
    }
    Map<String, Object> scalar = SCALARS.get(type);
    if (scalar == null) {
      throw new IllegalStateException("no schema for " + type);
    }
    return scalar;
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
