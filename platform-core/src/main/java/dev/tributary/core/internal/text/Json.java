package dev.tributary.core.internal.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Writes and reads the plain values that text columns hold. Thread-safe. */
public final class Json {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

  private final ObjectMapper mapper =
      new ObjectMapper()
          .setDefaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.ALWAYS, JsonInclude.Include.NON_NULL));

  /**
   * Writes a value.
   *
   * @param value texts, numbers, truth values, lists and maps of these
   * @return JSON
   * @throws IllegalArgumentException if it holds anything else
   */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException unknown) {
      throw new IllegalArgumentException(
          "only texts, numbers, truth values, lists and maps can be stored: "
              + unknown.getOriginalMessage(),
          unknown);
    }
  }

  /**
   * Reads an object.
   *
   * @param json as {@link #write} wrote it
   * @return its members
   */
  public Map<String, Object> object(String json) {
    return read(json, MAP);
  }

  /**
   * Reads a list of objects.
   *
   * @param json as {@link #write} wrote it
   * @return the objects
   */
  public List<Map<String, Object>> objects(String json) {
    return read(json, LIST);
  }

  private <T> T read(String json, TypeReference<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the store holds malformed JSON: " + json, damaged);
    }
  }
}
