package dev.tributary.nl2sql.internal.wording;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.lineage.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tables, columns and amounts as people call them. */
public final class Names {
  /** Labels that say nothing that the operation does not. */
  private static final Set<String> EMPTY =
      Set.of(
          "n", "count", "cnt", "num", "number", "total", "sum", "avg", "average", "min", "max",
          "value", "amount", "result");

  private static final String DIFFERENT = "number of different ";

  private Names() {}

  /** A name of the database in words. */
  public static String of(String name) {
    return name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }

  /** A table in words. */
  public static String of(DataTable table) {
    return of(table.name());
  }

  /** A column in words. */
  public static String of(DataColumn column) {
    return of(column.name());
  }

  /** A measure in words, such as {@code number of users} or {@code average risk score}. */
  public static String measure(Field field) {
    String label = field.name();
    boolean telling = label.matches("[A-Za-z][A-Za-z0-9_ ]{2,}") && !EMPTY.contains(of(label));
    boolean counted = field.operation() == Operation.COUNT && !of(label).startsWith("number of ");
    String words = telling && !counted ? of(label) : computed(field);
    return words.startsWith(DIFFERENT) ? plural(words) : words;
  }

  private static String computed(Field field) {
    DataTable table = field.origin().table();
    DataColumn column = field.origin().column();
    String of = column == null ? of(field.name()) : of(column);
    return switch (field.operation()) {
      case COUNT -> table == null ? of(field.name()) : "number of " + of(table);
      case VARIETY -> DIFFERENT + of;
      case SUM -> "total " + of;
      case AVERAGE -> "average " + of;
      case LEAST -> "least " + of;
      case GREATEST -> "greatest " + of;
      default -> of(field.name());
    };
  }

  private static String plural(String words) {
    if (words.endsWith("s")) {
      return words;
    }
    if (words.matches(".*[^aeiou]y")) {
      return words.substring(0, words.length() - 1) + "ies";
    }
    return words + (words.matches(".*(?:x|z|ch|sh)") ? "es" : "s");
  }

  /** A sentence begins with a capital. */
  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** Several things, as a sentence lists them. */
  static String listed(List<String> things) {
    if (things.size() < 2) {
      return String.join("", things);
    }
    return String.join(", ", things.subList(0, things.size() - 1))
        + " and "
        + things.get(things.size() - 1);
  }
}
