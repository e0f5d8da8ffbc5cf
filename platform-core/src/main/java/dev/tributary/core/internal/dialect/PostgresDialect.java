package dev.tributary.core.internal.dialect;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL. */
public final class PostgresDialect implements Dialect {
  /** Any number will do as long as nobody else uses it: "tributary" in ASCII, cut to 63 bits. */
  private static final long SCHEMA_LOCK = 0x7472_6962_7574_6172L;

  @Override
  public Map<String, String> placeholders() {
    return Map.ofEntries(
        Map.entry("id", "text"),
        Map.entry("word", "text"),
        Map.entry("text", "text"),
        Map.entry("time", "text"),
        Map.entry("stream", "text"),
        Map.entry("place", "text"),
        Map.entry("partition", "text"),
        Map.entry("identity", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        Map.entry("instant", "timestamp with time zone"),
        Map.entry("flag", "boolean"),
        Map.entry("bytes", "bytea"));
  }

  @Override
  public String type(Dataset dataset, Column column) {
    return switch (column.type()) {
      case TEXT -> "text";
      case INTEGER -> "bigint";
      case DECIMAL -> "numeric";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp with time zone";
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
  public String truth() {
    return "true";
  }

  @Override
  public Optional<SchemaLock> schemaLock() {
    return Optional.of(
        new SchemaLock(
            "SELECT pg_advisory_lock(" + SCHEMA_LOCK + ")",
            "SELECT pg_advisory_unlock(" + SCHEMA_LOCK + ")"));
  }
}
