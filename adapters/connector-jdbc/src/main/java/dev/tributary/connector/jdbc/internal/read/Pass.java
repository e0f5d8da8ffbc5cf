package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way through the table: which rows, in which order, from where.
 *
 * @param conditions what its rows meet, wherever reading stands
 * @param ordering the order of its rows
 * @param start the place to go on after, null to begin at the beginning
 * @param checkpoint the checkpoint that follows a row at a place; none for a pass that begins anew
 *     whenever it is cut short
 */
record Pass(
    List<Fragment> conditions,
    Ordering ordering,
    @Nullable List<KeyValue> start,
    Function<List<KeyValue>, Optional<String>> checkpoint) {

  /** A pass over the rows that have no place in the order, read whole or not at all. */
  static Pass unplaced(Fragment condition) {
    Ordering none = new Ordering(null, List.of(), false);
    return new Pass(List.of(condition), none, null, place -> Optional.empty());
  }
}
