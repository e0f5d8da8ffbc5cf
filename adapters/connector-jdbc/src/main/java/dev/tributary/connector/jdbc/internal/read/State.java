package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint holds: how far a pass has come.
 *
 * @param order the name of the ordering
 * @param at the values of the ordering's columns in the last row that was handed out
 * @param upper the cursor's largest value when the pass began, null in a full reading
 * @param low where the pass was first cut short, null if it was not
 * @param cap the database's time when the pass began, if cursors lay beyond it, else null
 */
record State(
    String order,
    List<KeyValue> at,
    @Nullable KeyValue upper,
    @Nullable KeyValue low,
    @Nullable KeyValue cap) {

  String encode() {
    StringBuilder text = new StringBuilder("order=").append(order).append(" at=");
    text.append(at.stream().map(KeyValue::encode).collect(Collectors.joining(",")));
    append(text, " upper=", upper);
    append(text, " low=", low);
    append(text, " cap=", cap);
    return text.toString();
  }

  static State decode(String text, Ordering ordering) {
    try {
      Map<String, String> words = new HashMap<>();
      for (String word : text.split(" ", -1)) {
        int equals = word.indexOf('=');
        words.put(word.substring(0, equals), word.substring(equals + 1));
      }
      String order = words.getOrDefault("order", "");
      if (!order.equals(ordering.name())) {
        throw stale("reads in the order of (" + order + "), not (" + ordering.name() + ")", null);
      }
      List<KeyValue> at =
          Arrays.stream(words.getOrDefault("at", "").split(",", -1)).map(KeyValue::decode).toList();
      return new State(order, at, value(words, "upper"), value(words, "low"), value(words, "cap"));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
      throw stale("cannot be read", malformed);
    }
  }

  private static void append(StringBuilder text, String name, @Nullable KeyValue value) {
    if (value != null) {
      text.append(name).append(value.encode());
    }
  }

  private static @Nullable KeyValue value(Map<String, String> words, String name) {
    String word = words.get(name);
    return word == null ? null : KeyValue.decode(word);
  }

  private static ConnectorException stale(String problem, @Nullable Throwable cause) {
    return new ConnectorException(
        ConnectorError.STALE_CHECKPOINT,
        "the stored checkpoint "
            + problem
            + "; reset the source's checkpoint after a change of cursor, key or mode",
        cause);
  }
}
