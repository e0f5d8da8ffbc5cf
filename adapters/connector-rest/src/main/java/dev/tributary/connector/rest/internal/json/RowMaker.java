package dev.tributary.connector.rest.internal.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.connector.rest.internal.settings.RecordsConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of records. Without configured fields the columns are the members of all records seen
 * so far; every column is of type text, because JSON declares no types, and its values are of the
 * types they have. Thread-safe.
 */
public final class RowMaker {
  private final RecordsConfig config;
  private final int maxRecord;
  private volatile SourceSchema schema;

  /**
   * Makes a maker.
   *
   * @param config where the fields are
   * @param maxRecord the most characters of one record
   */
  public RowMaker(RecordsConfig config, int maxRecord) {
    this.config = config;
    this.maxRecord = maxRecord;
    this.schema = schemaOf(config.fields().keySet());
  }

  /**
   * The columns known by now.
   *
   * @return the schema, the same instance while nothing is added to it
   */
  public SourceSchema schema() {
    return schema;
  }

  /**
   * Makes the rows of a page.
   *
   * @param items what stands where records should
   * @param document what positions call the page
   * @return rows and rejected rows
   */
  public Records records(List<Document.Item> items, String document) {
    SourceSchema columns = learn(items);
    List<SourceRow> rows = new ArrayList<>(items.size());
    List<RejectedRow> rejected = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      SourcePosition position = new SourcePosition.InDocument(document, index);
      RejectedRow problem = problem(items.get(index), position);
      JsonNode node = items.get(index).node();
      if (problem == null && node != null) {
        rows.add(row(node, columns, position));
      } else if (problem != null) {
        rejected.add(problem);
      }
    }
    return new Records(columns, rows, rejected);
  }

  private SourceRow row(JsonNode record, SourceSchema columns, SourcePosition position) {
    @Nullable Object[] values = new Object[columns.columns().size()];
    int index = 0;
    for (SourceColumn column : columns.columns()) {
      JsonPointer pointer = config.fields().get(column.name());
      JsonNode value = pointer == null ? record.path(column.name()) : record.at(pointer);
      values[index++] = Values.of(value);
    }
    return SourceRow.of(position, values);
  }

  private @Nullable RejectedRow problem(Document.Item item, SourcePosition position) {
    JsonNode node = item.node();
    if (node == null) {
      return new RejectedRow(position, item.raw(), "malformed_json", item.problem());
    }
    if (!node.isObject()) {
      String kind = node.getNodeType().toString().toLowerCase(Locale.ROOT);
      return new RejectedRow(
          position, node.toString(), "not_an_object", "a record should be an object, not " + kind);
    }
    String raw = node.toString();
    return raw.length() > maxRecord
        ? new RejectedRow(
            position,
            raw,
            "record_too_large",
            "the record has " + raw.length() + " characters; raise max_record to read it")
        : null;
  }

  private synchronized SourceSchema learn(List<Document.Item> items) {
    if (!config.fields().isEmpty()) {
      return schema;
    }
    Set<String> names = new LinkedHashSet<>();
    schema.columns().forEach(column -> names.add(column.name()));
    int known = names.size();
    for (Document.Item item : items) {
      JsonNode node = item.node();
      if (node != null && node.isObject()) {
        node.fieldNames().forEachRemaining(names::add);
      }
    }
    if (names.size() > known) {
      schema = schemaOf(names);
    }
    return schema;
  }

  private SourceSchema schemaOf(Set<String> names) {
    return SourceSchema.of(
        names.stream().map(name -> new SourceColumn(name, ColumnType.TEXT)).toList(), config.key());
  }

  /**
   * The records of a page.
   *
   * @param schema the columns
   * @param rows the rows
   * @param rejected what could not be read as a row
   */
  public record Records(SourceSchema schema, List<SourceRow> rows, List<RejectedRow> rejected) {}
}
