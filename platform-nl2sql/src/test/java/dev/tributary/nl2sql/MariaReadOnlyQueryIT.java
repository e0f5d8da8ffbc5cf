package dev.tributary.nl2sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class MariaReadOnlyQueryIT extends ReadOnlyQueryContract {
  @TempDir static Path folder;
  private static TestDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = TestDatabase.maria("readonly");
    database.execute(
        "CREATE TABLE items(id int PRIMARY KEY, name varchar(100))",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)",
        "CREATE SEQUENCE counter",
        "CREATE FUNCTION add_item() RETURNS int MODIFIES SQL DATA"
            + " BEGIN INSERT INTO items VALUES (4, 'four'); RETURN 4; END");
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.MYSQL;
  }

  @Override
  DataSource connections() {
    return database.connections();
  }

  @Override
  List<String> attempts() {
    return List.of(
        "INSERT INTO items VALUES (4, 'four')",
        "SELECT 1; DELETE FROM items",
        "SELECT * FROM items INTO OUTFILE '" + folder.resolve("out.txt") + "'",
        "SELECT name INTO @x FROM items LIMIT 1",
        "CREATE TEMPORARY TABLE other(a int)",
        "SELECT add_item()",
        "SELECT NEXTVAL(counter)",
        "SELECT NEXT VALUE FOR counter",
        "SELECT SETVAL(counter, 99)",
        "SELECT GET_LOCK('a', 0)",
        "SELECT * FROM items FOR UPDATE",
        "SELECT * FROM items LOCK IN SHARE MODE",
        "SELECT 1 /*!, add_item() */",
        "DO SLEEP(0)",
        "CALL nothing()",
        "SET GLOBAL max_connections = 9",
        "HANDLER items OPEN",
        "LOCK TABLES items WRITE",
        "COMMIT");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT concat(id, coalesce(name, '-')) FROM items ORDER BY id",
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'readonly' ORDER BY 1",
        "SELECT next_not_cached_value FROM counter",
        "SELECT @@GLOBAL.max_connections",
        "SELECT coalesce(IS_USED_LOCK('a'), 'free')");
  }

  @Override
  String endless() {
    return "SELECT SLEEP(60)";
  }

  @Override
  String millionRows() {
    return "SELECT seq, rpad('', 100, '-') FROM seq_1_to_1000000";
  }
}
