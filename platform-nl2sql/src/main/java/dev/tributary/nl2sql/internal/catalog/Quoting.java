package dev.tributary.nl2sql.internal.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;

/**
 * Writes names so that the engine takes them as they are.
 *
 * @param mark what stands around a name
 * @param loose whether the engine compares values of any types
 */
record Quoting(String mark, boolean loose) {
  private static final Set<String> LOOSE = Set.of("SQLite", "MySQL", "MariaDB");

  static Quoting of(Connection connection) throws SQLException {
    String mark = connection.getMetaData().getIdentifierQuoteString();
    boolean loose = LOOSE.contains(connection.getMetaData().getDatabaseProductName());
    return new Quoting(mark == null || mark.isBlank() ? "\"" : mark, loose);
  }

  String name(String name) {
    return mark + name.replace(mark, mark + mark) + mark;
  }

  /** A column with an order: strict engines have none for truth values and types of their own. */
  String ordered(RawColumn column) {
    boolean none =
        switch (column.jdbcType()) {
          case Types.BIT, Types.BOOLEAN, Types.OTHER -> !loose;
          default -> false;
        };
    String name = name(column.name());
    return none ? "CAST(" + name + " AS VARCHAR)" : name;
  }

  /** Whether the engine can tell if values of two columns are equal. */
  boolean compares(RawColumn one, RawColumn other) {
    boolean own = one.jdbcType() == Types.OTHER || other.jdbcType() == Types.OTHER;
    boolean alike =
        own ? one.type().equals(other.type()) : Kinds.declared(one) == Kinds.declared(other);
    return loose || alike;
  }
}
