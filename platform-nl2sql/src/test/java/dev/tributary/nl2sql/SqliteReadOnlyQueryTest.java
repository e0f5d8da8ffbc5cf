package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadOnlyQueryTest extends ReadOnlyQueryContract {
  @TempDir Path folder;
  private TestDatabase database;

  @BeforeEach
  void fill() throws SQLException {
    database = TestDatabase.sqlite(folder.resolve("data.db"));
    database.execute(
        "CREATE TABLE items(id INTEGER PRIMARY KEY, name TEXT)",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)");
  }

  @AfterEach
  void noFileAppeared() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("data.db"));
    }
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.SQLITE;
  }

  @Override
  DataSource connections() {
    return database.connections();
  }

  @Override
  List<String> attempts() {
    return List.of(
        "INSERT INTO items VALUES (4, 'four')",
        "DELETE FROM items RETURNING id",
        "WITH x AS (SELECT 1) DELETE FROM items",
        "SELECT 1; DELETE FROM items",
        "CREATE TABLE other(a)",
        "CREATE TEMP TABLE other AS SELECT * FROM items",
        "ATTACH DATABASE '" + folder.resolve("evil.db") + "' AS evil",
        "VACUUM INTO '" + folder.resolve("copy.db") + "'",
        "PRAGMA query_only = 0",
        "PRAGMA user_version = 7",
        "PRAGMA journal_mode = WAL",
        "SELECT load_extension('x')",
        "SELECT writefile('" + folder.resolve("x") + "', 'y')",
        "SELECT fts3_tokenizer('x', x'0000000000000000')",
        "SELECT * FROM pragma_user_version",
        "BEGIN IMMEDIATE",
        "EXPLAIN DELETE FROM items",
        "REINDEX");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT id || coalesce(name, '-') FROM items ORDER BY id",
        "SELECT name FROM sqlite_master ORDER BY name",
        "PRAGMA user_version",
        "PRAGMA journal_mode");
  }

  @Override
  String endless() {
    return "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";
  }

  @Override
  String millionRows() {
    return "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000000)"
        + " SELECT x, printf('%100d', x) FROM c";
  }
}
