package dev.tributary.nl2sql.internal.frame;

import dev.tributary.api.query.AnswerColumn;
import dev.tributary.nl2sql.internal.lineage.QueryOutline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows with what is known of their columns.
 *
 * @param fields the columns
 * @param rows the rows
 * @param cut whether there were more rows than these
 * @param outline what the query does
 * @param readAt when they were read
 */
public record Frame(
    List<Field> fields,
    List<List<@Nullable Object>> rows,
    boolean cut,
    QueryOutline outline,
    Instant readAt) {
  /** Copies the lists. */
  public Frame {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /** The columns of a role, in order. */
  public List<Field> of(Role role) {
    return fields.stream().filter(field -> field.role() == role).toList();
  }

  /** Whether these are all rows that there are, neither cut off nor the first few of many. */
  public boolean whole() {
    return !cut && (outline.limit() == 0 || rows.size() < outline.limit());
  }

  /** The value of a row as a number; NaN if it has none. */
  public double number(int row, Field field) {
    Object value = rows.get(row).get(field.index());
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The numbers of a column, without the rows that have none. */
  public double[] numbers(Field field) {
    return IntStream.range(0, rows.size())
        .mapToDouble(row -> number(row, field))
        .filter(Double::isFinite)
        .toArray();
  }

  /** The value of a row in words; {@code (none)} if it has none. */
  public String text(int row, Field field) {
    Object value = rows.get(row).get(field.index());
    // SQLite and MySQL keep truth values as numbers.
    return field.column().kind() == AnswerColumn.Kind.BOOLEAN && value instanceof Number number
        ? String.valueOf(number.longValue() != 0)
        : Values.text(value, field.column().type());
  }

  /** Whether every value of a column is a day, a month, a year or a moment. */
  public boolean dated(Field field) {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> text(row, field))
        .allMatch(text -> Values.isDay(text) || Values.isMoment(text) || text.matches("\\d{4}"));
  }

  /** How many different values a column has. */
  public int distinct(Field field) {
    Set<String> seen = new LinkedHashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      seen.add(text(row, field));
    }
    return seen.size();
  }

  /** Whether the columns together tell every row apart. */
  public boolean unique(List<Field> columns) {
    Set<List<String>> seen = new LinkedHashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> key = new ArrayList<>();
      for (Field field : columns) {
        key.add(text(row, field));
      }
      if (!seen.add(key)) {
        return false;
      }
    }
    return true;
  }
}
