package dev.tributary.core.internal.bulk;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores rows of distinct keys in a dataset's table. Not thread-safe. */
public interface BulkUpsert extends AutoCloseable {

  /**
   * Stores rows.
   *
   * @param rows rows with one value for each column of the dataset, no two of them with one key
   * @return how many of them were new or made a difference
   * @throws SQLException if the database refuses
   */
  long write(List<@Nullable Object[]> rows) throws SQLException;

  @Override
  void close() throws SQLException;
}
