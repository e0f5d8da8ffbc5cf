package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts in the central store's file, past the platform: a proof must not rest on what it is to
 * prove.
 */
final class StoreCount implements AutoCloseable {
  private final Connection connection;

  private StoreCount(Connection connection) {
    this.connection = connection;
  }

  static StoreCount of(Path file) throws SQLException {
    return new StoreCount(DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro"));
  }

  long rows(Center center, BankDataset dataset) throws SQLException {
    return number("SELECT COUNT(*) FROM " + dataset.table() + " WHERE data_center_id = ?", center);
  }

  long cents(Center center) throws SQLException {
    return number(
        "SELECT COALESCE(SUM(CAST(ROUND(amount * 100) AS INTEGER)), 0)"
            + " FROM transactions WHERE data_center_id = ?",
        center);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private long number(String query, Center center) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, center.id());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
