package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.catalog.Table;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a table is read: by the cursor if there is one, then by columns that give
 * every row a place of its own, if the table has any.
 *
 * @param cursor the cursor, null for a full reading
 * @param columns the cursor, then the key's other columns
 * @param unique whether no two rows stand at the same place
 */
record Ordering(@Nullable TableColumn cursor, List<TableColumn> columns, boolean unique) {

  static Ordering of(Table table, Dialect dialect, @Nullable TableColumn cursor) {
    List<TableColumn> key = table.orderingKey(dialect::comparable);
    List<TableColumn> columns =
        Stream.concat(Stream.ofNullable(cursor), key.stream()).distinct().toList();
    return new Ordering(cursor, columns, !key.isEmpty());
  }

  /** The columns by name as one word, so that a checkpoint of another order is recognised. */
  String name() {
    return columns.stream()
        .map(column -> URLEncoder.encode(column.name(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(","));
  }

  List<TableColumn> nullable() {
    return columns.stream().filter(TableColumn::nullable).toList();
  }
}
