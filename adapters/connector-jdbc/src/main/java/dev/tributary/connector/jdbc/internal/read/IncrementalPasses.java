package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.connection.Lease;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incremental reading, which loses nothing by this argument.
 *
 * <p>A pass fixes an upper bound U, the largest cursor when it begins, and reads the rows from a
 * lower bound to U in the order of (cursor, key). Its checkpoint is the place (c, k) of the last
 * row handed out. A pass that was cut short goes on strictly after (c, k), up to the same U; as no
 * two rows share a place, nothing between is skipped, and a group of equal cursors of any size is
 * got through. Then a new pass begins at {@code low - overlap}, inclusive, where low is the place
 * at which the pass before was first cut short, or its end.
 *
 * <p>Take a row with cursor v that a pass passed by because it was committed only afterwards, at
 * most the overlap after v was taken. When the pass read the region of v, at a time T, the row was
 * not committed, so v is after T - overlap. All the places the first part of the pass read by then
 * lie at or before U, which is at or before T; so does low. Hence v is after low - overlap, and the
 * new pass reads it. Equal cursors are covered because the bound is inclusive.
 *
 * <p>A cursor beyond the database's present would break "U is at or before T". Such rows are read
 * by every pass, and low is capped at the present. Rows that lack a cursor have no place; a pass of
 * its own reads them every time.
 */
final class IncrementalPasses implements Passes {
  private final Selection selection;
  private final Dialect dialect;
  private final Ordering ordering;
  private final TableColumn cursor;
  private final CursorLine line;
  private final @Nullable State stored;
  private final Iterator<Passes> steps;

  IncrementalPasses(
      Selection selection,
      Dialect dialect,
      Ordering ordering,
      CursorLine line,
      @Nullable State stored) {
    this.selection = selection;
    this.dialect = dialect;
    this.ordering = ordering;
    this.cursor = Objects.requireNonNull(ordering.cursor(), "cursor");
    this.line = line;
    this.stored = stored;
    this.steps = List.<Passes>of(this::unfinished, this::fresh, this::unplaced).iterator();
  }

  @Override
  public Optional<Pass> next(Lease lease) throws SQLException {
    Optional<Pass> pass = Optional.empty();
    while (pass.isEmpty() && steps.hasNext()) {
      pass = steps.next().next(lease);
    }
    return pass;
  }

  private Optional<Pass> unfinished(Lease lease) {
    if (stored == null || stored.upper() == null) {
      return Optional.empty();
    }
    return Optional.of(pass(List.of(), stored.upper(), stored.at(), low(stored), stored.cap()));
  }

  private Optional<Pass> fresh(Lease lease) throws SQLException {
    Page page = Page.open(lease, dialect, selection.upper(cursor), 1);
    try {
      if (!page.next()) {
        return Optional.empty();
      }
      KeyValue upper = Objects.requireNonNull(dialect.keyValue(page.row(), 1, cursor), "upper");
      KeyValue cap = line.cap(upper, page.row().getString(2));
      List<Fragment> from =
          stored == null ? List.of() : List.of(line.from(line.earlier(low(stored), stored.cap())));
      return Optional.of(pass(from, upper, null, null, cap));
    } finally {
      page.close();
    }
  }

  private Optional<Pass> unplaced(Lease lease) {
    List<TableColumn> nullable = ordering.nullable();
    return nullable.isEmpty()
        ? Optional.empty()
        : Optional.of(Pass.unplaced(selection.anyAbsent(nullable)));
  }

  private Pass pass(
      List<Fragment> from,
      KeyValue upper,
      @Nullable List<KeyValue> start,
      @Nullable KeyValue low,
      @Nullable KeyValue cap) {
    List<Fragment> conditions = new ArrayList<>(from);
    conditions.add(selection.atMost(cursor, upper));
    ordering.nullable().forEach(column -> conditions.add(selection.present(column)));
    return new Pass(
        conditions,
        ordering,
        start,
        place -> Optional.of(new State(ordering.name(), place, upper, low, cap).encode()));
  }

  /** Where the stored pass was first cut short. */
  private static KeyValue low(State state) {
    return state.low() == null ? state.at().getFirst() : state.low();
  }
}
