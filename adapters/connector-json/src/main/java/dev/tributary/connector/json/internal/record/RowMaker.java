package dev.tributary.connector.json.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of records. The columns are the members of all records seen so far, each of type text
 * because JSON declares no types; values are of the types they have. Thread-safe.
 */
final class RowMaker {
  private volatile SourceSchema schema = SourceSchema.ofTexts(List.of());

  /**
   * Makes a batch.
   *
   * @param found what stands where records should
   * @param checkpoint where reading goes on
   * @return the batch
   */
  SourceBatch batch(List<Found> found, Checkpoint checkpoint) {
    SourceSchema columns = learn(found);
    List<SourceRow> rows = new ArrayList<>(found.size());
    List<RejectedRow> rejected = new ArrayList<>();
    for (Found one : found) {
      switch (one) {
        case Found.Row row -> rows.add(row(row, columns));
        case Found.Rejected bad -> rejected.add(bad.row());
      }
    }
    return new SourceBatch(columns, rows, rejected, List.of(checkpoint));
  }

  private static SourceRow row(Found.Row row, SourceSchema columns) {
    @Nullable Object[] values = new Object[columns.columns().size()];
    int index = 0;
    for (SourceColumn column : columns.columns()) {
      values[index++] = value(row.node().path(column.name()));
    }
    return SourceRow.of(row.position(), values);
  }

  /** Objects and arrays stay JSON text. */
  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.canConvertToLong() && node.isIntegralNumber()
              ? (Object) node.longValue()
              : node.decimalValue();
      case ARRAY, OBJECT, BINARY, POJO -> node.toString();
    };
  }

  private synchronized SourceSchema learn(List<Found> found) {
    Set<String> names = new LinkedHashSet<>();
    schema.columns().forEach(column -> names.add(column.name()));
    int known = names.size();
    for (Found one : found) {
      if (one instanceof Found.Row row) {
        row.node().fieldNames().forEachRemaining(names::add);
      }
    }
    if (names.size() > known) {
      schema = SourceSchema.ofTexts(List.copyOf(names));
    }
    return schema;
  }
}
