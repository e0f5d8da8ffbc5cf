package dev.tributary.embedded.internal.ask;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Datasets as they are declared, without a look at their rows. */
final class DatasetTables {
  private DatasetTables() {}

  static DataSchema schema(List<Dataset> datasets, Instant at) {
    List<DataTable> tables = datasets.stream().map(DatasetTables::table).toList();
    return new DataSchema(tables, Integer.toHexString(datasets.hashCode()), at);
  }

  private static DataTable table(Dataset dataset) {
    return new DataTable(
        dataset.name(),
        dataset.description(),
        dataset.synonyms(),
        Stream.concat(dataset.columns().stream(), Dataset.LINEAGE.stream())
            .map(DatasetTables::column)
            .toList(),
        dataset.key(),
        List.of(),
        -1);
  }

  private static DataColumn column(Column column) {
    return new DataColumn(
        column.name(),
        kind(column.type()),
        column.type().name().toLowerCase(Locale.ROOT),
        column.description(),
        column.unit(),
        column.synonyms(),
        DataColumn.Profile.UNKNOWN);
  }

  private static Kind kind(ColumnType type) {
    return switch (type) {
      case TEXT -> Kind.TEXT;
      case INTEGER, DECIMAL, DOUBLE -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case DATE -> Kind.DATE;
      case TIMESTAMP -> Kind.TIMESTAMP;
    };
  }
}
