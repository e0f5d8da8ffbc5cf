package dev.tributary.alerts.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes and reads JSON of plain values. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /**
   * Writes a value.
   *
   * @param value texts, numbers, truth values, lists and maps of these
   * @return its JSON
   */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("no plain value: " + value.getClass(), impossible);
    }
  }

  /**
   * Reads an object.
   *
   * @param json as {@link #text} wrote it
   * @return its members in order
   */
  public static Map<String, Object> object(String json) {
    return read(json, new TypeReference<>() {});
  }

  /**
   * Reads a list of objects.
   *
   * @param json as {@link #text} wrote it
   * @return the objects
   */
  public static List<Map<String, Object>> objects(String json) {
    return read(json, new TypeReference<>() {});
  }

  /**
   * Reads labels.
   *
   * @param json an object of texts, as {@link #text} wrote it
   * @return the labels by name
   */
  public static Map<String, String> labels(String json) {
    return labels((Object) object(json));
  }

  /**
   * Takes labels from what was read.
   *
   * @param members an object of texts; anything else has none
   * @return the labels by name
   */
  public static Map<String, String> labels(@Nullable Object members) {
    Map<String, String> labels = new TreeMap<>();
    if (members instanceof Map<?, ?> map) {
      map.forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
    }
    return labels;
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the store holds malformed JSON: " + json, damaged);
    }
  }
}
