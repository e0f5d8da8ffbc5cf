package dev.tributary.core.internal.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What was asked of an instance of scheduled work while it was running on some node: to run again
 * at once, or never again. Stateless.
 */
public final class ScheduleWishes {
  private static final String WHICH = " WHERE task_name = ? AND task_instance = ?";

  private ScheduleWishes() {}

  /**
   * Notes a wish in place of an earlier one.
   *
   * @param connection the connection of a transaction
   * @param task the task
   * @param instance its instance
   * @param wish what is wished for
   * @throws SQLException if the database refuses
   */
  public static void note(Connection connection, String task, String instance, Wish wish)
      throws SQLException {
    forget(connection, task, instance);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schedule_requests (task_name, task_instance, wish) VALUES (?, ?, ?)")) {
      insert.setString(1, task);
      insert.setString(2, instance);
      insert.setString(3, wish.name());
      insert.executeUpdate();
    }
  }

  /**
   * Finds a wish.
   *
   * @param connection any connection
   * @param task the task
   * @param instance its instance
   * @return the wish, if there is one
   * @throws SQLException if the database refuses
   */
  public static Optional<Wish> find(Connection connection, String task, String instance)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT wish FROM schedule_requests" + WHICH)) {
      select.setString(1, task);
      select.setString(2, instance);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(Wish.valueOf(rows.getString(1))) : Optional.empty();
      }
    }
  }

  /**
   * Forgets a wish.
   *
   * @param connection the connection of a transaction
   * @param task the task
   * @param instance its instance
   * @throws SQLException if the database refuses
   */
  public static void forget(Connection connection, String task, String instance)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM schedule_requests" + WHICH)) {
      delete.setString(1, task);
      delete.setString(2, instance);
      delete.executeUpdate();
    }
  }

  /** What can be wished for. */
  public enum Wish {
    /** Another run as soon as this one has ended. */
    RUN,
    /** No run after this one. */
    CANCEL
  }
}
