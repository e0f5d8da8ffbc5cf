package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.SourceRow;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one pass, page by page. A pass in which rows can share a place is one page without
 * end: between two pages such rows could be lost.
 */
final class PassWalk {
  private final OpenTable table;
  private final Pass pass;
  private final int fetch;
  private final int limit;
  private @Nullable List<KeyValue> place;
  private @Nullable Page page;
  private int seen;
  private boolean ended;

  PassWalk(OpenTable table, Pass pass, int maxRows) {
    this.table = table;
    this.pass = pass;
    this.place = pass.start();
    this.fetch = maxRows;
    int rows = table.dialect().holdsQueries() ? table.fetchRows() : maxRows;
    this.limit = pass.ordering().unique() ? rows : 0;
  }

  /** The next row; null at the end of the pass. */
  @Nullable SourceRow next() throws SQLException {
    while (!ended) {
      Page current = page;
      if (current == null) {
        current = openPage();
        page = current;
      }
      if (current.next()) {
        seen++;
        place = place(table.rows().keyValues(current.row(), pass.ordering().columns()));
        return table.rows().row(current.row());
      }
      current.close();
      page = null;
      ended = limit == 0 || seen < limit;
    }
    return null;
  }

  /** Says that nothing is asked for now. Closes the page if it must not stay open meanwhile. */
  void rest() throws SQLException {
    if (page != null && limit > 0 && !table.dialect().holdsQueries()) {
      page.close();
      page = null;
    }
  }

  /** The checkpoint after the last row. */
  Optional<String> checkpoint() {
    return place == null ? Optional.empty() : pass.checkpoint().apply(place);
  }

  /** Leaves the pass where it is. */
  void abandon() {
    if (page != null) {
      page.abandon();
    }
  }

  private Page openPage() throws SQLException {
    List<Fragment> conditions = new ArrayList<>(pass.conditions());
    List<KeyValue> from = place;
    if (from != null) {
      conditions.add(table.selection().after(pass.ordering(), from));
    }
    seen = 0;
    Fragment query = table.selection().rows(conditions, pass.ordering(), limit);
    return Page.open(table.lease(), table.dialect(), query, fetch);
  }

  private static List<KeyValue> place(List<@Nullable KeyValue> values) {
    List<KeyValue> place = new ArrayList<>(values.size());
    values.forEach(value -> place.add(Objects.requireNonNull(value, "a place without a value")));
    return place;
  }
}
