package dev.tributary.connector.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Turns JSON values into the platform's. */
public final class Values {
  private Values() {}

  /**
   * The platform's value: a text, a Long, a BigDecimal, a Boolean or null. Objects and arrays stay
   * JSON text.
   *
   * @param node the JSON value
   * @return the value, null for null and for what is missing
   */
  public static @Nullable Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : node.decimalValue();
      case ARRAY, OBJECT, BINARY, POJO -> node.toString();
    };
  }
}
