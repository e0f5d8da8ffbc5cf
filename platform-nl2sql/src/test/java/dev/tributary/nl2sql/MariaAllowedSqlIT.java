package dev.tributary.nl2sql;

import static dev.tributary.nl2sql.TestDatabase.column;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

class MariaAllowedSqlIT extends AllowedSqlContract {
  @Override
  SqlDialect dialect() {
    return SqlDialect.MYSQL;
  }

  @Override
  TestDatabase database(Path folder) throws SQLException {
    return TestDatabase.maria("law");
  }

  @Override
  List<String> fill() {
    return List.of(
        "CREATE TABLE items(id int PRIMARY KEY, name varchar(100))",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)",
        "CREATE TABLE t(a int, b varchar(20))",
        "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
        "CREATE TABLE u(a int, b int)",
        "INSERT INTO u VALUES (1, 1), (2, NULL)",
        "CREATE SEQUENCE counter",
        "CREATE FUNCTION add_item() RETURNS int MODIFIES SQL DATA"
            + " BEGIN INSERT INTO items VALUES (4, 'four'); RETURN 4; END");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT concat_ws(',', id, name) FROM items ORDER BY id",
        "SELECT concat_ws(',', a, b) FROM t ORDER BY a",
        "SELECT concat_ws(',', a, b) FROM u ORDER BY a",
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'law' ORDER BY 1",
        "SELECT next_not_cached_value FROM counter",
        "SELECT count(*) FROM mysql.global_priv",
        "SELECT count(*) FROM information_schema.routines",
        "SELECT coalesce(IS_USED_LOCK('a'), 'free')",
        "SELECT variable_name FROM information_schema.user_variables ORDER BY 1",
        "SELECT md5(group_concat(variable_name, variable_value ORDER BY variable_name)) FROM"
            + " information_schema.global_variables WHERE variable_name NOT LIKE 'gtid%'",
        "SELECT md5(group_concat(variable_name, variable_value ORDER BY variable_name)) FROM"
            + " information_schema.session_variables WHERE variable_name NOT IN ('TIMESTAMP',"
            + " 'RAND_SEED1', 'RAND_SEED2', 'WARNING_COUNT', 'ERROR_COUNT', 'PSEUDO_THREAD_ID',"
            + " 'LAST_GTID', 'MAX_STATEMENT_TIME', 'SQL_SELECT_LIMIT') AND variable_name NOT LIKE"
            + " 'gtid%'");
  }

  /** The server does not say what its functions take. */
  @Override
  List<String> calls(Connection connection) throws SQLException {
    return column(connection, "SELECT lower(function) FROM information_schema.sql_functions")
        .stream()
        .flatMap(name ->
            Stream.of("()", "(1)", "('x')", "('x', 1)", "(1, 2)", "('2020-01-01', 1, 'x')")
                .map(arguments -> name + arguments))
        .toList();
  }
}
