package dev.tributary.core.internal.dialect;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.util.Map;
import java.util.Optional;

/** SQLite. */
public final class SqliteDialect implements Dialect {

  @Override
  public Map<String, String> placeholders() {
    return Map.ofEntries(
        Map.entry("id", "TEXT"),
        Map.entry("word", "TEXT"),
        Map.entry("text", "TEXT"),
        Map.entry("time", "TEXT"),
        Map.entry("stream", "TEXT"),
        Map.entry("place", "TEXT"),
        Map.entry("partition", "TEXT"),
        Map.entry("identity", "INTEGER PRIMARY KEY AUTOINCREMENT"),
        Map.entry("instant", "INTEGER"),
        Map.entry("flag", "INTEGER"),
        Map.entry("bytes", "BLOB"));
  }

  @Override
  public String type(Dataset dataset, Column column) {
    return switch (column.type()) {
      case TEXT, DATE, TIMESTAMP -> "TEXT";
      case INTEGER, BOOLEAN -> "INTEGER";
      case DECIMAL -> "NUMERIC";
      case DOUBLE -> "REAL";
    };
  }

  @Override
  public String tableSuffix() {
    return "";
  }

  @Override
  public String indexed(Dataset dataset, Column column) {
    return quote(column.name());
  }

  @Override
  public String quote(String name) {
    return '"' + name + '"';
  }

  @Override
  public Optional<SchemaLock> schemaLock() {
    // A writing transaction of SQLite is alone by itself.
    return Optional.empty();
  }
}
