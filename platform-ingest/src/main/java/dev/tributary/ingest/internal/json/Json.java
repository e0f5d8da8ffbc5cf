package dev.tributary.ingest.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads JSON objects of plain values. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private Json() {}

  /**
   * Writes a value.
   *
   * @param value texts, numbers, truth values, nulls, lists and maps of these
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
   * @param json an object as {@link #text} wrote it
   * @return its members in order; whole numbers are long, others decimal
   */
  public static Map<String, @Nullable Object> object(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a record of the store is no JSON object: " + json, damaged);
    }
  }
}
