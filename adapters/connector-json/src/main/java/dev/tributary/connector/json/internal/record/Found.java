package dev.tributary.connector.json.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourcePosition;

/** What stands where a record should. */
sealed interface Found {

  /**
   * How long it is, roughly.
   *
   * @return bytes
   */
  long bytes();

  /**
   * An object.
   *
   * @param node the object
   * @param position where it stands
   * @param bytes how long it is
   */
  record Row(JsonNode node, SourcePosition position, long bytes) implements Found {}

  /**
   * Something else.
   *
   * @param row what stands there
   * @param bytes how long it is
   */
  record Rejected(RejectedRow row, long bytes) implements Found {}

  /**
   * Tells whether a value is a record.
   *
   * @param node the value
   * @param position where it stands
   * @param bytes how long it is
   * @return a row if it is an object
   */
  static Found of(JsonNode node, SourcePosition position, long bytes) {
    return node.isObject()
        ? new Row(node, position, bytes)
        : new Rejected(
            new RejectedRow(
                position, node.toString(), "not_an_object", "a record should be an object"),
            bytes);
  }
}
