package dev.tributary.nl2sql.internal.frame;

import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.ResultCache;
import dev.tributary.nl2sql.internal.lineage.Operation;
import dev.tributary.nl2sql.internal.lineage.Origin;
import dev.tributary.nl2sql.internal.lineage.QueryOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes frames: judges columns by what they are made of, then by type, then by their values. */
public final class Frames {
  private static final int LOOKED_AT = 200;

  private Frames() {}

  /**
   * Makes a frame.
   *
   * @param rows the rows
   * @param outline what their query does
   * @return the frame
   */
  public static Frame of(ResultCache.Rows rows, QueryOutline outline) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      fields.add(field(i, rows, outline.column(i)));
    }
    return new Frame(fields, rows.rows(), rows.cut(), outline, rows.readAt());
  }

  private static Field field(int index, ResultCache.Rows rows, Origin origin) {
    ResultCache.Column column = rows.columns().get(index);
    List<Object> values = values(index, rows.rows());
    Kind kind = kind(column, values, origin);
    AnswerColumn answer = new AnswerColumn(column.name(), kind, column.type(), origin.unit());
    return new Field(index, answer, role(column.name(), kind, origin), origin);
  }

  private static List<Object> values(int index, List<List<@Nullable Object>> rows) {
    List<Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(0, Math.min(LOOKED_AT, rows.size()))) {
      Object value = row.get(index);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static Kind kind(ResultCache.Column column, List<Object> values, Origin origin) {
    DataColumn source = origin.column();
    if (source != null && origin.operation().keepsValues()) {
      return source.kind();
    }
    if (origin.operation() == Operation.SPAN && all(values, Frames::isSpan)) {
      return Kind.DATE;
    }
    if (all(values, Number.class::isInstance)) {
      // An aggregate of nothing is an amount all the same.
      boolean amount = !values.isEmpty() || origin.operation().aggregates();
      return amount ? Kind.NUMBER : byType(column.type());
    }
    return byValues(column, values);
  }

  private static Kind byValues(ResultCache.Column column, List<Object> values) {
    if (all(values, Boolean.class::isInstance)) {
      return Kind.BOOLEAN;
    }
    if (all(values, value -> Values.isDay(Values.text(value, column.type())))) {
      return Kind.DATE;
    }
    if (all(values, value -> Values.isMoment(Values.text(value, column.type())))) {
      return Kind.TIMESTAMP;
    }
    return all(values, String.class::isInstance) ? Kind.TEXT : byType(column.type());
  }

  private static boolean isSpan(Object value) {
    String text = Values.text(value, "");
    return Values.isSpan(text) || Values.isMoment(text);
  }

  private static Kind byType(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    if (folded.matches(".*(char|text|clob|enum|uuid).*")) {
      return Kind.TEXT;
    }
    if (folded.matches(".*(int|num|dec|real|double|float|serial|money).*")) {
      return Kind.NUMBER;
    }
    if (folded.matches(".*(timestamp|datetime).*")) {
      return Kind.TIMESTAMP;
    }
    return folded.contains("bool") ? Kind.BOOLEAN : folded.equals("date") ? Kind.DATE : Kind.OTHER;
  }

  private static Role role(String name, Kind kind, Origin origin) {
    return switch (kind) {
      case DATE, TIMESTAMP -> Role.TIME;
      case TEXT, BOOLEAN -> Role.CATEGORY;
      case NUMBER -> isKey(name, origin) ? Role.OTHER : Role.MEASURE;
      case OTHER -> Role.OTHER;
    };
  }

  /** Numbers that only tell rows apart are not amounts. */
  private static boolean isKey(String name, Origin origin) {
    DataTable table = origin.table();
    DataColumn column = origin.column();
    if (origin.operation() != Operation.VALUE || table == null || column == null) {
      return origin.column() == null
          && origin.operation() == Operation.OTHER
          && name.toLowerCase(Locale.ROOT).matches("id|.*_id");
    }
    return table.primaryKey().equals(List.of(column.name()))
        || table.foreignKeys().stream()
            .anyMatch(key -> key.columns().equals(List.of(column.name())))
        || column.name().toLowerCase(Locale.ROOT).matches("id|.*_id");
  }

  private static boolean all(List<Object> values, Predicate<Object> test) {
    return values.stream().allMatch(test);
  }
}
