package dev.tributary.nl2sql;

import static dev.tributary.nl2sql.TestDatabase.column;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

class SqliteAllowedSqlTest extends AllowedSqlContract {
  @Override
  SqlDialect dialect() {
    return SqlDialect.SQLITE;
  }

  @Override
  TestDatabase database(Path folder) {
    return TestDatabase.sqlite(folder.resolve("law.db"));
  }

  @Override
  List<String> fill() {
    return List.of(
        "CREATE TABLE items(id INTEGER PRIMARY KEY, name TEXT)",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)",
        "CREATE TABLE t(a INTEGER, b TEXT)",
        "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
        "CREATE TABLE u(a INTEGER, b INTEGER)",
        "INSERT INTO u VALUES (1, 1), (2, NULL)");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT concat_ws(',', id, name) FROM items ORDER BY id",
        "SELECT concat_ws(',', a, b) FROM t ORDER BY a",
        "SELECT concat_ws(',', a, b) FROM u ORDER BY a",
        "SELECT name FROM sqlite_master ORDER BY name",
        "SELECT name FROM temp.sqlite_master ORDER BY name",
        "SELECT name FROM pragma_database_list",
        "PRAGMA user_version",
        "PRAGMA journal_mode",
        "PRAGMA cache_size",
        "PRAGMA foreign_keys",
        "PRAGMA query_only",
        "PRAGMA writable_schema",
        "SELECT total_changes()");
  }

  @Override
  List<String> calls(Connection connection) throws SQLException {
    return column(
            connection,
            "SELECT DISTINCT name || ',' || narg FROM pragma_function_list WHERE narg < 4")
        .stream()
        .map(SqliteAllowedSqlTest::call)
        .toList();
  }

  private static String call(String function) {
    String[] parts = function.split(",");
    int arguments = Math.max(1, Integer.parseInt(parts[1]));
    return parts[0] + "(" + String.join(", ", Collections.nCopies(arguments, "'1'")) + ")";
  }
}
