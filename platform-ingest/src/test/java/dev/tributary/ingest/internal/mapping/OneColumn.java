package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.MappingConfig;
import java.util.List;

/** Maps a single value through a single rule. */
final class OneColumn {
  private OneColumn() {}

  static RowOutcome map(ColumnType type, FieldMapping.Builder rule, Object value) {
    return map(Column.of("x", type), rule, value);
  }

  static RowOutcome map(Column column, FieldMapping.Builder rule, Object value) {
    Dataset dataset =
        Dataset.builder("d")
            .column(Column.of("id", ColumnType.INTEGER))
            .column(column)
            .key(List.of("id"))
            .build();
    MappingConfig mapping = MappingConfig.builder().field("x", rule.build()).build();
    RowMapper mapper =
        new MappingCompiler(mapping, dataset, dataset)
            .compile(SourceSchema.ofTexts(List.of("id", "x")));
    return mapper.map(SourceRow.of(new SourcePosition.AtKey("s", "1"), 1L, value));
  }

  static Object value(ColumnType type, FieldMapping.Builder rule, Object value) {
    return switch (map(type, rule, value)) {
      case RowOutcome.Accepted accepted -> accepted.values()[1];
      case RowOutcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  static Object value(ColumnType type, Object value) {
    return value(type, FieldMapping.builder(), value);
  }

  static String reason(ColumnType type, FieldMapping.Builder rule, Object value) {
    return switch (map(type, rule, value)) {
      case RowOutcome.Accepted accepted ->
          throw new AssertionError("accepted as " + accepted.values()[1]);
      case RowOutcome.Refused refused -> refused.reason();
    };
  }

  static String reason(ColumnType type, Object value) {
    return reason(type, FieldMapping.builder(), value);
  }
}
