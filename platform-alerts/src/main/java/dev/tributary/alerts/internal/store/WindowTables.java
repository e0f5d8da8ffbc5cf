package dev.tributary.alerts.internal.store;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.api.window.WindowState;
import dev.tributary.core.StoreEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The windows of rules as rows of the central store. Stateless. */
public final class WindowTables {
  private static final String INSERT =
      "INSERT INTO window_records (rule_id, series, part, state) VALUES (?, ?, ?, ?)";

  private WindowTables() {}

  /**
   * Reads what is kept of a rule.
   *
   * @param connection any connection
   * @param rule the id of the rule
   * @return the newest revision and its records
   * @throws SQLException if the database refuses
   */
  public static WindowState read(Connection connection, String rule) throws SQLException {
    try (PreparedStatement revisions =
            connection.prepareStatement("SELECT revision FROM window_states WHERE rule_id = ?");
        PreparedStatement records =
            connection.prepareStatement(
                "SELECT series, part, state FROM window_records WHERE rule_id = ?")) {
      revisions.setString(1, rule);
      records.setString(1, rule);
      try (ResultSet revision = revisions.executeQuery();
          ResultSet rows = records.executeQuery()) {
        return revision.next()
            ? new WindowState(revision.getLong(1), records(rows))
            : WindowState.none();
      }
    }
  }

  private static List<WindowRecord> records(ResultSet rows) throws SQLException {
    List<WindowRecord> records = new ArrayList<>();
    while (rows.next()) {
      records.add(new WindowRecord(rows.getLong(1), rows.getInt(2), rows.getBytes(3)));
    }
    return records;
  }

  /**
   * Keeps changes as a part of a transaction.
   *
   * @param connection the connection of the transaction
   * @param engine what it leads to
   * @param rule the id of the rule
   * @param changes what became different
   * @return false if another revision is kept, and nothing was done
   * @throws SQLException if the database refuses
   */
  public static boolean write(
      Connection connection, StoreEngine engine, String rule, WindowChanges changes)
      throws SQLException {
    if (changes.before() == WindowState.NONE) {
      begin(connection, rule, changes.revision());
    } else if (!advance(connection, rule, changes)) {
      return false;
    }
    remove(connection, rule, changes.records());
    upsert(connection, engine, rule, changes.records());
    return true;
  }

  private static void begin(Connection connection, String rule, long revision) throws SQLException {
    drop(connection, rule);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO window_states (rule_id, revision) VALUES (?, ?)")) {
      insert.setString(1, rule);
      insert.setLong(2, revision);
      insert.executeUpdate();
    }
  }

  private static boolean advance(Connection connection, String rule, WindowChanges changes)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE window_states SET revision = ? WHERE rule_id = ? AND revision = ?")) {
      update.setLong(1, changes.revision());
      update.setString(2, rule);
      update.setLong(3, changes.before());
      return update.executeUpdate() == 1;
    }
  }

  private static void remove(Connection connection, String rule, List<WindowRecord> records)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM window_records WHERE rule_id = ? AND series = ? AND part = ?")) {
      boolean any = false;
      for (WindowRecord record : records) {
        if (record.state().length == 0) {
          place(delete, rule, record);
          delete.addBatch();
          any = true;
        }
      }
      if (any) {
        delete.executeBatch();
      }
    }
  }

  private static void upsert(
      Connection connection, StoreEngine engine, String rule, List<WindowRecord> records)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT + onConflict(engine))) {
      for (WindowRecord record : records) {
        if (record.state().length != 0) {
          place(insert, rule, record);
          insert.setBytes(4, record.state());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String onConflict(StoreEngine engine) {
    return engine == StoreEngine.MYSQL
        ? " ON DUPLICATE KEY UPDATE state = VALUES(state)"
        : " ON CONFLICT (rule_id, series, part) DO UPDATE SET state = excluded.state";
  }

  private static void place(PreparedStatement statement, String rule, WindowRecord record)
      throws SQLException {
    statement.setString(1, rule);
    statement.setLong(2, record.series());
    statement.setInt(3, record.part());
  }

  /**
   * Forgets a rule as a part of a transaction.
   *
   * @param connection the connection of the transaction
   * @param rule the id of the rule
   * @throws SQLException if the database refuses
   */
  public static void drop(Connection connection, String rule) throws SQLException {
    for (String table : List.of("window_records", "window_states")) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE rule_id = ?")) {
        delete.setString(1, rule);
        delete.executeUpdate();
      }
    }
  }
}
