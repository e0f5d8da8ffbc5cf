package dev.tributary.connector.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer taken apart.
 *
 * @param root the whole answer; a missing node if it is a record a line
 * @param items what stands where records should, in order
 */
public record Document(JsonNode root, List<Item> items) {

  /**
   * What stands where a record should.
   *
   * @param node the value, null if it cannot be read
   * @param raw the characters, if it cannot be read
   * @param problem what is wrong, if it cannot be read
   */
  public record Item(@Nullable JsonNode node, String raw, String problem) {

    static Item of(JsonNode node) {
      return new Item(node, "", "");
    }

    static Item broken(String raw, String problem) {
      return new Item(null, raw, problem);
    }
  }
}
