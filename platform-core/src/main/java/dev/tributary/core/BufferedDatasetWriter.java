package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.bulk.BulkUpsert;
import dev.tributary.core.internal.bulk.RowBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Hands rows to the engine in portions. */
final class BufferedDatasetWriter implements DatasetWriter, AutoCloseable {
  private final BulkUpsert upsert;
  private final RowBuffer buffer;

  BufferedDatasetWriter(Dataset dataset, BulkUpsert upsert) {
    this.upsert = upsert;
    this.buffer = new RowBuffer(dataset, upsert);
  }

  @Override
  public void add(@Nullable Object[] row) throws SQLException {
    buffer.add(row);
  }

  @Override
  public WriteCounts flush() throws SQLException {
    buffer.flush();
    return new WriteCounts(buffer.stored(), buffer.taken() - buffer.stored());
  }

  @Override
  public void close() throws SQLException {
    upsert.close();
  }
}
