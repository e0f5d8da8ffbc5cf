package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.connection.Lease;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A full reading: the whole table in the order of its key, and then, where the key may lack a
 * value, the rows that have no place in that order.
 */
final class FullPasses implements Passes {
  private final Queue<Pass> passes = new ArrayDeque<>();

  FullPasses(Selection selection, Ordering ordering, @Nullable State resumed) {
    List<TableColumn> nullable = ordering.nullable();
    List<Fragment> placed = nullable.stream().map(selection::present).toList();
    List<KeyValue> start = resumed == null ? null : resumed.at();
    passes.add(new Pass(placed, ordering, start, place -> checkpoint(ordering, place)));
    if (!nullable.isEmpty()) {
      passes.add(Pass.unplaced(selection.anyAbsent(nullable)));
    }
  }

  @Override
  public Optional<Pass> next(Lease lease) {
    return Optional.ofNullable(passes.poll());
  }

  private static Optional<String> checkpoint(Ordering ordering, List<KeyValue> place) {
    return ordering.unique()
        ? Optional.of(new State(ordering.name(), place, null, null, null).encode())
        : Optional.empty();
  }
}
