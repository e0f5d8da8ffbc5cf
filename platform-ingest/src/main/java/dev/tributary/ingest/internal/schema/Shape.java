package dev.tributary.ingest.internal.schema;

import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.ingest.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a source looks like, apart from the order of its columns.
 *
 * @param columns type by name
 * @param key the names of the key's columns
 */
record Shape(Map<String, ColumnType> columns, Set<String> key) {

  static Shape of(SourceSchema schema) {
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    for (SourceColumn column : schema.columns()) {
      columns.putIfAbsent(column.name(), column.type());
    }
    return new Shape(columns, new TreeSet<>(schema.key()));
  }

  /** A shape with the columns of both, and the key of the other. */
  Shape union(Shape other) {
    Map<String, ColumnType> all = new LinkedHashMap<>(columns);
    all.putAll(other.columns);
    return new Shape(all, other.key);
  }

  String json() {
    List<Map<String, String>> list = new ArrayList<>();
    columns.forEach((name, type) -> {
      Map<String, String> column = new LinkedHashMap<>();
      column.put("name", name);
      column.put("type", type.name());
      list.add(column);
    });
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("columns", list);
    whole.put("key", List.copyOf(key));
    return Json.text(whole);
  }

  static Shape parse(String json) {
    Map<String, ?> whole = Json.object(json);
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    for (Object item : (List<?>) Objects.requireNonNull(whole.get("columns"))) {
      Map<?, ?> column = (Map<?, ?>) item;
      columns.put(
          String.valueOf(column.get("name")),
          ColumnType.valueOf(String.valueOf(column.get("type"))));
    }
    Set<String> key = new TreeSet<>();
    ((List<?>) Objects.requireNonNull(whole.get("key"))).forEach(name -> key.add(name.toString()));
    return new Shape(columns, key);
  }
}
