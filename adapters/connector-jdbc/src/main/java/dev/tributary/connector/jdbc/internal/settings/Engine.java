package dev.tributary.connector.jdbc.internal.settings;

/** The database engines that can be read. */
public enum Engine {
  /** A SQLite file. */
  SQLITE(0),
  /** PostgreSQL and what speaks its protocol. */
  POSTGRESQL(5432),
  /** MySQL and MariaDB. */
  MYSQL(3306);

  private final int defaultPort;

  Engine(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  /**
   * The port a server of this engine usually listens on.
   *
   * @return the port, 0 for an engine without a server
   */
  public int defaultPort() {
    return defaultPort;
  }
}
