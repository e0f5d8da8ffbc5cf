package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.query.AnswerColumn.Kind;
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

  /** What values are: as declared where the store's type does not tell, as they look otherwise. */
  Kind kind(String column, Kind seen) {
    return column(column)
        .map(declared ->
            switch (declared.type()) {
              case BOOLEAN -> Kind.BOOLEAN;
              case DATE -> Kind.DATE;
              case TIMESTAMP -> Kind.TIMESTAMP;
              case TEXT, INTEGER, DECIMAL, DOUBLE -> seen;
            })
        .orElse(seen);
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
