package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes a connection unable to write for the time of one query. */
interface ReadOnlySession {

  /**
   * Takes the right to write away and tells the server how long the query may run.
   *
   * @param connection a connection that is not within a transaction
   * @param millis the time limit
   */
  void begin(Connection connection, long millis) throws SQLException;

  /**
   * Gives the connection back as it was.
   *
   * @param connection the same connection
   */
  void end(Connection connection) throws SQLException;
}
