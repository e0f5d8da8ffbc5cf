package dev.tributary.nl2sql.internal.render;

/** How a server writes names and texts. */
public enum Dialect {
  /** SQLite. */
  SQLITE("\"", false),
  /** PostgreSQL. */
  POSTGRESQL("\"", false),
  /** MySQL and MariaDB. */
  MYSQL("`", true);

  private final String quote;
  private final boolean backslashEscapes;

  Dialect(String quote, boolean backslashEscapes) {
    this.quote = quote;
    this.backslashEscapes = backslashEscapes;
  }

  /**
   * The dialect of a name.
   *
   * @param name {@code sqlite}, {@code postgresql} or {@code mysql}
   * @return the dialect; SQLite's for any other name
   */
  public static Dialect of(String name) {
    return switch (name) {
      case "postgresql" -> POSTGRESQL;
      case "mysql" -> MYSQL;
      default -> SQLITE;
    };
  }

  String name(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }

  String text(String text) {
    String escaped = text.replace("'", "''");
    return "'" + (backslashEscapes ? escaped.replace("\\", "\\\\") : escaped) + "'";
  }

  /** A column of numbers kept as text, as numbers. */
  String number(String column) {
    return switch (this) {
      case SQLITE -> "CAST(" + column + " AS REAL)";
      case POSTGRESQL -> "CAST(" + column + " AS NUMERIC)";
      case MYSQL -> "CAST(" + column + " AS DECIMAL(38, 10))";
    };
  }

  String like(String column, String pattern, boolean negated) {
    String not = negated ? " NOT LIKE " : " LIKE ";
    return "LOWER(" + column + ")" + not + text(pattern.toLowerCase(java.util.Locale.ROOT));
  }
}
