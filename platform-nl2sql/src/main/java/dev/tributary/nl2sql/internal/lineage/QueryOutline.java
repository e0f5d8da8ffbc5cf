package dev.tributary.nl2sql.internal.lineage;

import java.util.List;

/**
 * What a query does, as far as a description of its rows needs it.
 *
 * @param columns what the columns of the result are made of, in order; empty if unknown
 * @param grouped whether rows were grouped
 * @param filters conditions of the form column = value; others are not listed
 * @param conditions the whole condition as SQL; empty for none
 * @param ordered whether its rows have an order
 * @param limit the most rows it returns; 0 for no limit
 */
public record QueryOutline(
    List<Origin> columns,
    boolean grouped,
    List<Filter> filters,
    String conditions,
    boolean ordered,
    long limit) {
  /** Nothing is known. */
  public static final QueryOutline UNKNOWN =
      new QueryOutline(List.of(), false, List.of(), "", false, 0);

  /** Copies the lists. */
  public QueryOutline {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
  }

  /** The origin of a column of the result. */
  public Origin column(int index) {
    return index < columns.size() ? columns.get(index) : Origin.UNKNOWN;
  }

  /** Whether every row there is went into the result. */
  public boolean unfiltered() {
    return conditions.isEmpty();
  }
}
