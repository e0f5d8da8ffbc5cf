package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/** Marks rows that a full pass has not met as deleted. Stateless. */
public final class Tombstones {
  private final Dialect dialect;
  private final TimeBinding times;

  /**
   * Makes it.
   *
   * @param dialect the engine's SQL
   * @param times binds times the engine's way
   */
  public Tombstones(Dialect dialect, TimeBinding times) {
    this.dialect = dialect;
    this.times = times;
  }

  /**
   * Marks rows.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param origin the source and the pass
   * @return how many were marked
   * @throws SQLException if the database refuses
   */
  public int mark(Connection connection, Dataset dataset, Origin origin) throws SQLException {
    String table = dialect.quote(dataset.name());
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + table
                + " SET deleted_at = ?, changed_at = ?, run_id = ?"
                + " WHERE source_id = ? AND deleted_at IS NULL AND ("
                + UpsertSql.PASS
                + " IS NULL OR "
                + UpsertSql.PASS
                + " <> ?)")) {
      times.bind(update, 1, origin.at());
      times.bind(update, 2, origin.at());
      update.setString(3, origin.runId());
      update.setString(4, origin.sourceId());
      update.setLong(5, Objects.requireNonNull(origin.generation()));
      return update.executeUpdate();
    }
  }

  /** Binds a time the engine's way. */
  @FunctionalInterface
  public interface TimeBinding {
    /**
     * Binds a time.
     *
     * @param statement the statement
     * @param parameter which parameter, from 1
     * @param time the time
     * @throws SQLException if the driver refuses
     */
    void bind(PreparedStatement statement, int parameter, java.time.Instant time)
        throws SQLException;
  }
}
