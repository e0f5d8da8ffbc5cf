package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceRow;
import org.jspecify.annotations.Nullable;

/** Takes the first form of a value out of a row. Thread-safe. */
@FunctionalInterface
interface CellSource {

  /**
   * Takes it.
   *
   * @param row the row
   * @return the value, or null
   */
  @Nullable Object read(SourceRow row);
}
