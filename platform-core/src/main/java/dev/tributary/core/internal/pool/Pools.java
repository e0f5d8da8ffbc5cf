package dev.tributary.core.internal.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The pools of a store: connections that write, connections that cannot, and connections that
 * cannot either and are for queries of others, so that these keep nobody else waiting. Thread-safe.
 */
public final class Pools implements AutoCloseable {
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final HikariDataSource guests;
  private final AutoCloseable lock;

  Pools(
      HikariDataSource writers,
      HikariDataSource readers,
      HikariDataSource guests,
      AutoCloseable lock) {
    this.writers = writers;
    this.readers = readers;
    this.guests = guests;
    this.lock = lock;
  }

  /**
   * Borrows a connection that writes.
   *
   * @return a connection in a transaction
   * @throws SQLException if there is none to be had
   */
  public Connection writer() throws SQLException {
    Connection connection = writers.getConnection();
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException refused) {
      discard(connection);
      connection.close();
      throw refused;
    }
  }

  /**
   * Takes a writing connection out of service, because nobody knows what state it is in.
   *
   * @param connection a connection that {@link #writer()} handed out; close it all the same
   */
  public void discard(Connection connection) {
    writers.evictConnection(connection);
  }

  /**
   * Borrows a connection on which the engine refuses to write.
   *
   * @return a connection with auto-commit off
   * @throws SQLException if there is none to be had
   */
  public Connection reader() throws SQLException {
    return readers.getConnection();
  }

  /**
   * The connections that write, for libraries that borrow on their own.
   *
   * @return the data source
   */
  public DataSource writers() {
    return writers;
  }

  /**
   * The connections for queries of others.
   *
   * @return the data source; its connections are in auto-commit mode
   */
  public DataSource guests() {
    return guests;
  }

  @Override
  public void close() {
    guests.close();
    readers.close();
    writers.close();
    try {
      lock.close();
    } catch (Exception ignored) {
      // The operating system takes the lock back when the process ends.
    }
  }
}
