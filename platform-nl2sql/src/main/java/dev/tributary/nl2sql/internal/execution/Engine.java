package dev.tributary.nl2sql.internal.execution;

/** The servers that are made read-only each in its own way. */
public enum Engine {
  /** SQLite. */
  SQLITE,
  /** PostgreSQL. */
  POSTGRESQL,
  /** MySQL and MariaDB. */
  MYSQL,
  /** Any other, through JDBC alone. */
  STANDARD;

  ReadOnlySession session() {
    return switch (this) {
      case SQLITE -> new SqliteSession();
      case POSTGRESQL -> new PostgresSession();
      case MYSQL -> new MysqlSession();
      case STANDARD -> new StandardSession();
    };
  }
}
