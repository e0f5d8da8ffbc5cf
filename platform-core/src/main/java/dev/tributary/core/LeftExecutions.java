package dev.tributary.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a process that was killed had in hand. A SQLite file belongs to one process at a time, so
 * nobody has to be waited for: without this, the work of a killed process would rest until its
 * heartbeat counts as lost, a minute after the next start.
 */
final class LeftExecutions {
  private LeftExecutions() {}

  static void release(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE scheduled_tasks SET picked = 0, picked_by = NULL, last_heartbeat = NULL,"
              + " version = version + 1 WHERE picked = 1");
    }
  }
}
