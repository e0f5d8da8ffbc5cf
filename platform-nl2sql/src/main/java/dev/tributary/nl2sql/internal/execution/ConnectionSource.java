package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. */
@FunctionalInterface
public interface ConnectionSource {

  /**
   * Opens or borrows a connection.
   *
   * @return a connection, which is closed after one query
   * @throws SQLException if there is none
   */
  Connection open() throws SQLException;
}
