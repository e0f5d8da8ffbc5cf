package dev.tributary.nl2sql;

import dev.tributary.api.query.AnswerColumn.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaReaderTest extends SchemaReaderContract {
  @TempDir static Path folder;

  @Override
  TestDatabase database() {
    return TestDatabase.sqlite(folder.resolve("schema.db"));
  }

  @Override
  List<String> more() {
    return List.of(
        "CREATE TABLE everything (id INTEGER PRIMARY KEY /* the number of the thing */, n NUMERIC,"
            + " r REAL, t TEXT, b BLOB, x, d DATETIME, j JSON)",
        "INSERT INTO everything VALUES (1, 2.5, 1e10, 'a', x'00', 'y', '2024-01-02 03:04:05',"
            + " '{\"a\":1}')");
  }

  @Override
  Map<String, Kind> kinds() {
    return Map.of(
        "id",
        Kind.NUMBER,
        "n",
        Kind.NUMBER,
        "r",
        Kind.NUMBER,
        "t",
        Kind.TEXT,
        "b",
        Kind.OTHER,
        "x",
        Kind.TEXT,
        "d",
        Kind.TIMESTAMP,
        "j",
        Kind.OTHER);
  }
}
