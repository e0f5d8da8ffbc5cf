package dev.tributary.nl2sql;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class PostgresReadOnlyQueryIT extends ReadOnlyQueryContract {
  private static DataSource writer;

  @BeforeAll
  static void fill() throws SQLException {
    TestDatabase database = TestDatabase.postgres("readonly");
    database.execute(
        "CREATE TABLE items(id int PRIMARY KEY, name text)",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)",
        "CREATE SEQUENCE counter",
        "CREATE FUNCTION add_item() RETURNS int LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO items VALUES (4, ''four''); RETURN 4; END'",
        "CREATE FUNCTION make_temp() RETURNS int LANGUAGE plpgsql AS"
            + " 'BEGIN CREATE TABLE other(a int); RETURN 1; END'",
        "CREATE ROLE writer LOGIN CREATEDB",
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO writer",
        "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO writer",
        "GRANT ALL ON SCHEMA public TO writer");
    writer = TestDatabase.postgres("readonly", "writer");
  }

  @Override
  SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  @Override
  DataSource connections() {
    return writer;
  }

  @Override
  List<String> attempts() {
    return List.of(
        "INSERT INTO items VALUES (4, 'four')",
        "WITH x AS (DELETE FROM items RETURNING id) SELECT * FROM x",
        "SELECT 1; DELETE FROM items",
        "SELECT 1; COMMIT; DELETE FROM items",
        "SELECT * INTO other FROM items",
        "CREATE TEMP TABLE other(a int)",
        "SELECT add_item()",
        "SELECT make_temp()",
        "SELECT set_config('transaction_read_only', 'off', true), add_item()",
        "SELECT set_config('default_transaction_read_only', 'off', false)",
        "SELECT set_config('work_mem', '64kB', false)",
        "SELECT set_config('statement_timeout', '0', true)",
        "SELECT nextval('counter')",
        "SELECT setval('counter', 99)",
        "SELECT lo_create(4711)",
        "SELECT lo_from_bytea(4712, 'x')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT lo_export(1, '/tmp/x')",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT * FROM query_to_xml('delete from items', true, true, '')",
        "SELECT pg_notify('a', 'b')",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_reload_conf()",
        "SELECT * FROM items FOR UPDATE",
        "COPY items TO '/tmp/x'",
        "DO 'BEGIN PERFORM 1; END'",
        "EXPLAIN ANALYZE DELETE FROM items",
        "LOCK TABLE items");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT id || coalesce(name, '-') FROM items ORDER BY id",
        "SELECT relname FROM pg_class ORDER BY relname",
        "SELECT last_value || ' ' || is_called FROM counter",
        "SELECT count(*) FROM pg_largeobject_metadata",
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
        "SELECT setting FROM pg_settings WHERE name IN ('work_mem', 'statement_timeout')");
  }

  @Override
  String endless() {
    return "SELECT pg_sleep(60)";
  }

  @Override
  String millionRows() {
    return "SELECT x, lpad('', 100, '-') FROM generate_series(1, 1000000) AS s(x)";
  }
}
