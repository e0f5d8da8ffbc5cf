package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What whoever registered a dataset said about it. */
record Declared(@Nullable Dataset dataset) {
  String description(String otherwise) {
    return dataset == null ? otherwise : dataset.description();
  }

  List<String> synonyms() {
    return dataset == null ? List.of() : dataset.synonyms();
  }

  String description(String column, String otherwise) {
    return column(column)
        .map(Column::description)
        .filter(text -> !text.isEmpty())
        .orElse(otherwise);
  }

  String unit(String column) {
    return column(column).map(Column::unit).orElse("");
  }

  List<String> synonyms(String column) {
    return column(column).map(Column::synonyms).orElse(List.of());
  }

  private Optional<Column> column(String name) {
    return dataset == null
        ? Optional.empty()
        : dataset.columns().stream()
            .filter(column -> column.name().equalsIgnoreCase(name))
            .findFirst();
  }
}
