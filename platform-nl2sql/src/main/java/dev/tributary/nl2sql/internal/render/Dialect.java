package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Period;

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

  /** The point in time, in UTC, so many seconds after the beginning of 1970. */
  String sinceEpoch(String seconds) {
    return switch (this) {
      case SQLITE -> "datetime(" + seconds + ", 'unixepoch')";
      case POSTGRESQL -> "to_timestamp(" + seconds + ") AT TIME ZONE 'UTC'";
      case MYSQL -> "DATE_ADD('1970-01-01', INTERVAL " + seconds + " SECOND)";
    };
  }

  /** How many days or hours it is from one point in time to another. */
  String lasting(String from, String to, boolean hours) {
    String seconds = hours ? "3600.0" : "86400.0";
    return switch (this) {
      case SQLITE ->
          hours
              ? "(julianday(" + to + ") - julianday(" + from + ")) * 24.0"
              : "julianday(" + to + ") - julianday(" + from + ")";
      case POSTGRESQL ->
          "EXTRACT(EPOCH FROM CAST("
              + to
              + " AS TIMESTAMP) - CAST("
              + from
              + " AS TIMESTAMP)) / "
              + seconds;
      case MYSQL -> "(UNIX_TIMESTAMP(" + to + ") - UNIX_TIMESTAMP(" + from + ")) / " + seconds;
    };
  }

  /** The periods of time the values of a column fall into, as text that sorts as time does. */
  String span(String column, Period period) {
    return switch (this) {
      case SQLITE -> sqlite(column, period);
      case POSTGRESQL -> postgresql(column, period);
      case MYSQL -> mysql(column, period);
    };
  }

  private static String sqlite(String column, Period period) {
    return switch (period) {
      case YEAR -> "strftime('%Y', " + column + ")";
      case QUARTER ->
          "strftime('%Y', " + column + ") || '-Q' || ((strftime('%m', " + column + ") + 2) / 3)";
      case MONTH -> "strftime('%Y-%m', " + column + ")";
      case WEEK -> "date(" + column + ", 'weekday 0', '-6 days')";
      case DAY -> "date(" + column + ")";
      case MONTH_OF_YEAR -> "strftime('%m', " + column + ")";
      case DAY_OF_WEEK -> "CAST((strftime('%w', " + column + ") + 6) % 7 + 1 AS TEXT)";
      case HOUR_OF_DAY -> "strftime('%H', " + column + ")";
    };
  }

  private static String postgresql(String column, Period period) {
    String time = period == Period.WEEK ? "date_trunc('week', " + column + ")" : column;
    String form =
        switch (period) {
          case YEAR -> "YYYY";
          case QUARTER -> "YYYY-\"Q\"Q";
          case MONTH -> "YYYY-MM";
          case WEEK, DAY -> "YYYY-MM-DD";
          case MONTH_OF_YEAR -> "MM";
          case DAY_OF_WEEK -> "ID";
          case HOUR_OF_DAY -> "HH24";
        };
    return "to_char(" + time + ", '" + form + "')";
  }

  private static String mysql(String column, Period period) {
    return switch (period) {
      case YEAR -> "DATE_FORMAT(" + column + ", '%Y')";
      case QUARTER -> "CONCAT(YEAR(" + column + "), '-Q', QUARTER(" + column + "))";
      case MONTH -> "DATE_FORMAT(" + column + ", '%Y-%m')";
      case WEEK -> "DATE_FORMAT(SUBDATE(" + column + ", WEEKDAY(" + column + ")), '%Y-%m-%d')";
      case DAY -> "DATE_FORMAT(" + column + ", '%Y-%m-%d')";
      case MONTH_OF_YEAR -> "DATE_FORMAT(" + column + ", '%m')";
      case DAY_OF_WEEK -> "CAST(WEEKDAY(" + column + ") + 1 AS CHAR)";
      case HOUR_OF_DAY -> "DATE_FORMAT(" + column + ", '%H')";
    };
  }

  String like(String column, String pattern, boolean negated) {
    String not = negated ? " NOT LIKE " : " LIKE ";
    return "LOWER(" + column + ")" + not + text(pattern.toLowerCase(java.util.Locale.ROOT));
  }
}
