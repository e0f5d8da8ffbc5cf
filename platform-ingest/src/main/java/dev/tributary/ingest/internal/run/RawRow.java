package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.ingest.internal.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source's row as JSON, and back. Texts, numbers and truth values are themselves; dates, moments
 * and numbers that JSON does not know are objects with one member that names the type.
 *
 * @param schema the columns, all named
 * @param row the values
 */
public record RawRow(SourceSchema schema, SourceRow row) {

  static String json(SourceSchema schema, SourceRow row) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    List<SourceColumn> columns = schema.columns();
    for (int index = 0; index < row.width(); index++) {
      String name = index < columns.size() ? columns.get(index).name() : "column " + (index + 1);
      while (members.containsKey(name)) {
        name = name + " again";
      }
      members.put(name, member(row.value(index)));
    }
    return Json.text(members);
  }

  /**
   * Reads a row back.
   *
   * @param json as it was written
   * @param position where the row stands, in words
   * @return the row
   */
  public static RawRow parse(String json, String position) {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    Json.object(json)
        .forEach((name, member) -> {
          names.add(name);
          values.add(value(member));
        });
    return new RawRow(
        SourceSchema.ofTexts(names),
        SourceRow.of(new SourcePosition.AtKey("quarantine", position), values.toArray()));
  }

  private static @Nullable Object member(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant moment -> Map.of("timestamp", moment.toString());
      case LocalDate date -> Map.of("date", date.toString());
      case Double number when !Double.isFinite(number) -> Map.of("double", number.toString());
      case BigDecimal number -> Map.of("decimal", number.toString());
      default -> value;
    };
  }

  private static @Nullable Object value(@Nullable Object member) {
    return switch (member) {
      case Map<?, ?> typed when typed.get("timestamp") instanceof String text ->
          Instant.parse(text);
      case Map<?, ?> typed when typed.get("date") instanceof String text -> LocalDate.parse(text);
      case Map<?, ?> typed when typed.get("double") instanceof String text -> Double.valueOf(text);
      case Map<?, ?> typed when typed.get("decimal") instanceof String text -> new BigDecimal(text);
      case BigInteger number -> new BigDecimal(number);
      case null, default -> member;
    };
  }
}
