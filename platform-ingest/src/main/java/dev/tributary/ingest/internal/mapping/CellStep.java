package dev.tributary.ingest.internal.mapping;

import org.jspecify.annotations.Nullable;

/** One conversion of a value. Thread-safe and without side effects. */
@FunctionalInterface
interface CellStep {

  /**
   * Converts.
   *
   * @param value what is there, never null
   * @return the converted value, null for none, or a {@link Misfit}
   */
  @Nullable Object apply(Object value);
}
