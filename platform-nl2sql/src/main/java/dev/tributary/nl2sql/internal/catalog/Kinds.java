package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.AnswerColumn.Kind;
import java.sql.Types;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Judges what the values of a column are, by its type and, where that says little, by the values.
 */
final class Kinds {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}.*");
  private static final Pattern NO_VALUE = Pattern.compile("(?i)null|none|n/?a|nan|nil|-|");

  /** Types of servers' own whose values read well as text. */
  private static final Set<String> TEXTS =
      Set.of("uuid", "inet", "cidr", "macaddr", "macaddr8", "inet4", "inet6", "interval", "citext");

  /** Types whose values are no single thing, whatever the driver takes them for. */
  private static final Pattern COMPOUND = Pattern.compile("json.*|.*blob|geometry|point|xml");

  private Kinds() {}

  static Kind declared(RawColumn column) {
    String type = column.type().toLowerCase(Locale.ROOT);
    if (type.contains("bool")
        || column.jdbcType() == Types.BIT
        || column.jdbcType() == Types.BOOLEAN) {
      return Kind.BOOLEAN;
    }
    if (type.contains("timestamp") || type.contains("datetime")) {
      return Kind.TIMESTAMP;
    }
    if (type.startsWith("date")) {
      return Kind.DATE;
    }
    if (COMPOUND.matcher(type).matches()) {
      return Kind.OTHER;
    }
    return switch (column.jdbcType()) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          Kind.NUMBER;
      case Types.BLOB,
          Types.BINARY,
          Types.VARBINARY,
          Types.LONGVARBINARY,
          Types.ARRAY,
          Types.STRUCT,
          Types.SQLXML ->
          Kind.OTHER;
      case Types.OTHER -> TEXTS.contains(type) ? Kind.TEXT : Kind.OTHER;
      default -> Kind.TEXT;
    };
  }

  static Kind judged(RawColumn column, Collection<String> values) {
    Kind declared = declared(column);
    if (declared != Kind.TEXT || values.isEmpty()) {
      return declared;
    }
    if (values.stream().allMatch(DATE.asMatchPredicate())) {
      return Kind.DATE;
    }
    if (values.stream().allMatch(TIMESTAMP.asMatchPredicate())) {
      return Kind.TIMESTAMP;
    }
    return numbers(values) ? Kind.NUMBER : Kind.TEXT;
  }

  private static boolean numbers(Collection<String> values) {
    Predicate<String> leadingZero = value -> value.length() > 1 && value.matches("0\\d+");
    boolean some = values.stream().anyMatch(NUMBER.asMatchPredicate());
    return some
        && values.stream().noneMatch(leadingZero)
        && values.stream()
            .map(String::strip)
            .allMatch(NUMBER.asMatchPredicate().or(NO_VALUE.asMatchPredicate()));
  }
}
