package dev.tributary.nl2sql;

import static dev.tributary.nl2sql.TestDatabase.column;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

class PostgresAllowedSqlIT extends AllowedSqlContract {
  @Override
  SqlDialect dialect() {
    return SqlDialect.POSTGRESQL;
  }

  @Override
  TestDatabase database(Path folder) throws SQLException {
    return TestDatabase.postgres("law");
  }

  @Override
  List<String> fill() {
    return List.of(
        "CREATE TABLE items(id int PRIMARY KEY, name text)",
        "INSERT INTO items VALUES (1, 'one'), (2, 'two'), (3, NULL)",
        "CREATE TABLE t(a int, b text)",
        "INSERT INTO t VALUES (1, 'x'), (2, 'y')",
        "CREATE TABLE u(a int, b int)",
        "INSERT INTO u VALUES (1, 1), (2, NULL)",
        "CREATE SEQUENCE counter",
        "CREATE FUNCTION add_item() RETURNS int LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO items VALUES (4, ''four''); RETURN 4; END'");
  }

  @Override
  List<String> witnesses() {
    return List.of(
        "SELECT row(i) FROM items i ORDER BY id",
        "SELECT row(t) FROM t ORDER BY a",
        "SELECT row(u) FROM u ORDER BY a",
        "SELECT oid || relname FROM pg_class ORDER BY oid",
        "SELECT last_value || ' ' || is_called FROM counter",
        "SELECT count(*) FROM pg_proc",
        "SELECT string_agg(rolname, ' ' ORDER BY oid) FROM pg_roles",
        "SELECT count(*) FROM pg_largeobject_metadata",
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
        "SELECT pg_listening_channels()",
        "SELECT count(*) FROM pg_replication_slots",
        "SELECT row(s) FROM pg_db_role_setting s",
        "SELECT md5(string_agg(name || setting, ' ' ORDER BY name)) FROM pg_settings");
  }

  @Override
  List<String> calls(Connection connection) throws SQLException {
    return column(
        connection,
        """
        WITH sample(type, value) AS (VALUES
          ('text', '''x'''), ('int4', '1'), ('int8', '1::int8'), ('int2', '1::int2'),
          ('float8', '1.5::float8'), ('float4', '1.5::float4'), ('numeric', '1.5'),
          ('bool', 'true'), ('date', '''2020-01-01''::date'), ('name', '''items''::name'),
          ('timestamp', '''2020-01-01''::timestamp'), ('timestamptz', '''2020-01-01''::timestamptz'),
          ('time', '''10:00''::time'), ('interval', '''1 day''::interval'), ('oid', '1::oid'),
          ('regclass', '''counter''::regclass'), ('bytea', '''x''::bytea'), ('json', '''{"a":1}''::json'),
          ('jsonb', '''{"a":1}''::jsonb'), ('_text', 'ARRAY[''x'']'), ('_int4', 'ARRAY[1]'),
          ('uuid', '''a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11''::uuid'), ('xml', '''<a/>''::xml'),
          ('tsvector', '''a''::tsvector'), ('tsquery', '''a''::tsquery'), ('inet', '''10.0.0.1''::inet'),
          ('anyelement', '1'), ('anyarray', 'ARRAY[1]'), ('any', '1'), ('point', '''(1,1)''::point'),
          ('char', '''x''::"char"'), ('varbit', '''1''::varbit'), ('bit', '''1''::bit'),
          ('int4range', '''[1,2]''::int4range'), ('jsonpath', '''$.a''::jsonpath'))
        SELECT p.proname || '(' || coalesce(string_agg(s.value, ', ' ORDER BY a.place), '') || ')'
        FROM pg_proc p
        LEFT JOIN LATERAL unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(type, place) ON true
        LEFT JOIN pg_type y ON y.oid = a.type
        LEFT JOIN sample s ON s.type = y.typname
        WHERE p.prokind <> 'p' AND p.pronamespace = 'pg_catalog'::regnamespace
        GROUP BY p.oid, p.proname
        HAVING count(a.type) = count(s.value)
        ORDER BY 1
        """);
  }
}
