package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.bulk.BulkUpsert;
import dev.tributary.core.internal.bulk.RowBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a dataset's table: new rows are inserted, changed ones updated, unchanged ones
 * left as they are. A changed row keeps its {@code ingested_at}; an unchanged one keeps {@code
 * changed_at} and {@code run_id} too. A row that was marked as deleted and comes back counts as
 * changed. Of several rows with one key the last one wins. Not thread-safe.
 */
public final class DatasetWriter {
  private final BulkUpsert upsert;
  private final RowBuffer buffer;

  DatasetWriter(Dataset dataset, BulkUpsert upsert) {
    this.upsert = upsert;
    this.buffer = new RowBuffer(dataset, upsert);
  }

  /**
   * Takes a row. It may be stored now or at the next {@link #flush()}.
   *
   * @param row one value for each column of the dataset, in the order of {@link
   *     dev.tributary.api.dataset.Dataset#columns()}: null or an instance of {@link
   *     dev.tributary.api.dataset.ColumnType#javaType()}. The writer keeps the array; leave it
   *     alone afterwards
   * @throws SQLException if the database refuses
   * @throws IllegalArgumentException if the number of values is wrong or a key column is empty
   */
  public void add(@Nullable Object[] row) throws SQLException {
    buffer.add(row);
  }

  /**
   * Stores every row taken so far.
   *
   * @return what became of all rows taken by this writer
   * @throws SQLException if the database refuses
   */
  public WriteCounts flush() throws SQLException {
    buffer.flush();
    return new WriteCounts(buffer.stored(), buffer.taken() - buffer.stored());
  }

  void close() throws SQLException {
    upsert.close();
  }
}
