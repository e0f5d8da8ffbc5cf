package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** How an engine takes many rows at once. Stateless. */
public final class BulkWrites {
  private final Dialect dialect;
  private final UpsertFactory upserts;
  private final Tombstones tombstones;

  /**
   * Makes it.
   *
   * @param dialect the engine's SQL
   * @param upserts makes upserts for the engine
   * @param times binds times the engine's way
   */
  public BulkWrites(Dialect dialect, UpsertFactory upserts, Tombstones.TimeBinding times) {
    this.dialect = dialect;
    this.upserts = upserts;
    this.tombstones = new Tombstones(dialect, times);
  }

  /**
   * Starts to write rows.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param origin where the rows come from
   * @return an upsert
   */
  public BulkUpsert upsert(Connection connection, Dataset dataset, Origin origin) {
    return upserts.of(connection, dataset, dialect, origin);
  }

  /**
   * Marks the rows that a full pass has not met as deleted.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param origin the source and the pass
   * @return how many were marked
   * @throws SQLException if the database refuses
   */
  public int tombstone(Connection connection, Dataset dataset, Origin origin) throws SQLException {
    return tombstones.mark(connection, dataset, origin);
  }

  /** Makes upserts for an engine. */
  @FunctionalInterface
  public interface UpsertFactory {
    /**
     * Makes an upsert.
     *
     * @param connection the transaction's connection
     * @param dataset the dataset
     * @param dialect the engine's SQL
     * @param origin where the rows come from
     * @return the upsert
     */
    BulkUpsert of(Connection connection, Dataset dataset, Dialect dialect, Origin origin);
  }
}
