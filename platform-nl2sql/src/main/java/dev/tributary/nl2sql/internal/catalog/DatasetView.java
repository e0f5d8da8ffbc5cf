package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a dataset's table shows to those who ask, without the columns that keep books. */
final class DatasetView {
  private static final Set<String> ORIGIN = Set.of("data_center_id", "source_id");

  private DatasetView() {}

  /** The table with its declared columns and key; empty if it is no dataset's. */
  static Optional<RawTable> of(RawTable table, Map<String, Dataset> datasets) {
    return Optional.ofNullable(datasets.get(table.name().toLowerCase(Locale.ROOT)))
        .map(dataset -> view(table, dataset));
  }

  private static RawTable view(RawTable table, Dataset dataset) {
    Set<String> declared =
        dataset.columns().stream().map(Column::name).collect(java.util.stream.Collectors.toSet());
    List<RawColumn> columns =
        table.columns().stream()
            .filter(column -> declared.contains(column.name()) || ORIGIN.contains(column.name()))
            .toList();
    return new RawTable(table.name(), table.comment(), columns, dataset.key(), table.foreignKeys());
  }
}
