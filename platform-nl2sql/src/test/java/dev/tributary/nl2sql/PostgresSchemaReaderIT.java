package dev.tributary.nl2sql;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresSchemaReaderIT extends SchemaReaderContract {
  @Override
  TestDatabase database() throws SQLException {
    return TestDatabase.postgres("looked_at");
  }

  @Override
  List<String> more() {
    return List.of(
        "CREATE SCHEMA other",
        "CREATE TABLE other.elsewhere(id int PRIMARY KEY)",
        "CREATE TABLE other.customers(id int PRIMARY KEY, secret text)",
        "CREATE SEQUENCE counter",
        "CREATE TYPE mood AS ENUM ('glad', 'sad')",
        "CREATE TYPE pair AS (a int, b int)",
        "CREATE DOMAIN amount AS numeric(10,2)",
        """
        CREATE TABLE everything(
          id bigint PRIMARY KEY, i2 smallint, i8 bigint, n numeric(10,2), r real, d double precision,
          m money, t text, c char(3), v varchar(5), b bytea, f boolean, da date, ti time,
          ts timestamp, tz timestamptz, iv interval, u uuid, j json, jb jsonb, x xml, p point,
          ip inet, ia int[], ta text[], mo mood, pa pair, am amount, r4 int4range, tv tsvector,
          bi bit(3), o oid, mac macaddr, "Mixed" int)
        """,
        """
        INSERT INTO everything VALUES (1, 2, 3, 4.5, 1.5, 2.5, 6, 'a', 'b', 'c', 'x', true,
          '2024-01-02', '10:00', '2024-01-02 10:00', '2024-01-02 10:00+00', '1 day',
          'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a":1}', '{"a":1}', '<a/>', '(1,2)', '10.0.0.1',
          '{1,2}', '{a,b}', 'glad', '(1,2)', 7.5, '[1,2]', 'a b', B'101', 5, '08:00:2b:01:02:03', 1)
        """,
        "COMMENT ON COLUMN everything.id IS 'the number of the thing'",
        "CREATE TABLE parted(id int, at date) PARTITION BY RANGE (at)",
        "CREATE TABLE parted_2024 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
        "CREATE MATERIALIZED VIEW totals AS SELECT status, sum(amount) AS total FROM orders GROUP BY 1",
        "INSERT INTO parted VALUES (1, '2024-02-03')",
        "CREATE ROLE some_reader LOGIN",
        "GRANT SELECT ON customers, orders TO some_reader");
  }

  @Test
  void findsWhatIsStoredInPartsOrAhead() {
    assertThat(table("parted").rowCount()).isEqualTo(1);
    assertThat(table("totals").rowCount()).isEqualTo(2);
    assertThat(names()).doesNotContain("parted_2024");
  }

  @Test
  void passesOverTablesTheUserMayNotRead() throws SQLException {
    try (Connection reader = TestDatabase.postgres("looked_at", "some_reader").getConnection()) {
      assertThat(SchemaReader.builder().build().read(reader).schema().tables())
          .extracting(DataTable::name)
          .containsExactly("customers", "orders");
    }
  }

  @Override
  Map<String, Kind> kinds() {
    return Map.ofEntries(
        entry("id", Kind.NUMBER),
        entry("i2", Kind.NUMBER),
        entry("i8", Kind.NUMBER),
        entry("n", Kind.NUMBER),
        entry("r", Kind.NUMBER),
        entry("d", Kind.NUMBER),
        entry("m", Kind.NUMBER),
        entry("t", Kind.TEXT),
        entry("c", Kind.TEXT),
        entry("v", Kind.TEXT),
        entry("b", Kind.OTHER),
        entry("f", Kind.BOOLEAN),
        entry("da", Kind.DATE),
        entry("ti", Kind.TEXT),
        entry("ts", Kind.TIMESTAMP),
        entry("tz", Kind.TIMESTAMP),
        entry("iv", Kind.TEXT),
        entry("u", Kind.TEXT),
        entry("j", Kind.OTHER),
        entry("jb", Kind.OTHER),
        entry("x", Kind.OTHER),
        entry("p", Kind.OTHER),
        entry("ip", Kind.TEXT),
        entry("ia", Kind.OTHER),
        entry("ta", Kind.OTHER),
        entry("mo", Kind.TEXT),
        entry("pa", Kind.OTHER),
        entry("am", Kind.NUMBER),
        entry("r4", Kind.OTHER),
        entry("tv", Kind.OTHER),
        entry("bi", Kind.OTHER),
        entry("o", Kind.NUMBER),
        entry("mac", Kind.TEXT),
        entry("Mixed", Kind.NUMBER));
  }
}
