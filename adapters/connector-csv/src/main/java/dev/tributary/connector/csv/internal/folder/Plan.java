package dev.tributary.connector.csv.internal.folder;

import org.jspecify.annotations.Nullable;

/** What is to be done with a file. */
sealed interface Plan {
  /** Nothing: it is known and has not changed, or it is still being written. */
  record Leave() implements Plan {}

  /**
   * Nothing is to be read, but something is to be remembered: it was touched, or it is a copy.
   *
   * @param state what to remember
   * @param formerly the partition under which it was known before it was renamed, or null
   */
  record Remember(FileState state, @Nullable String formerly) implements Plan {}

  /**
   * It is to be read.
   *
   * @param from where to go on, or null to begin
   * @param formerly the partition under which it was known before it was renamed, or null
   */
  record Read(@Nullable FileState from, @Nullable String formerly) implements Plan {}
}
