package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of SQL that the engines' upserts share. */
final class UpsertSql {
  /** The column that remembers the last full pass that met the row. */
  static final String PASS = "_pass";

  private static final List<String> LINEAGE =
      List.of("source_id", "data_center_id", "run_id", "ingested_at", "changed_at", PASS);

  private final Dataset dataset;
  private final Dialect dialect;

  UpsertSql(Dataset dataset, Dialect dialect) {
    this.dataset = dataset;
    this.dialect = dialect;
  }

  String table() {
    return dialect.quote(dataset.name());
  }

  /** The dataset's own columns. */
  String columns() {
    return each(names(), dialect::quote, ", ");
  }

  /** The lineage columns an insert fills, then the dataset's own. */
  String insertColumns() {
    return each(Stream.concat(LINEAGE.stream(), names()), dialect::quote, ", ");
  }

  /** The columns of the primary key. */
  String key() {
    return each(
        Stream.concat(Stream.of("source_id"), dataset.key().stream()), dialect::quote, ", ");
  }

  /** The dataset's key columns. */
  Stream<String> keyNames() {
    return dataset.key().stream().map(dialect::quote);
  }

  /** The columns that may change from one reading to the next. */
  Stream<String> valueNames() {
    return names().filter(name -> !dataset.key().contains(name)).map(dialect::quote);
  }

  static String each(Stream<String> names, Function<String, String> sql, String separator) {
    return names.map(sql).collect(Collectors.joining(separator));
  }

  private Stream<String> names() {
    return dataset.columns().stream().map(Column::name);
  }
}
