package dev.tributary.nl2sql;

import static java.util.Map.entry;

import dev.tributary.api.query.AnswerColumn.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

class MariaSchemaReaderIT extends SchemaReaderContract {
  @Override
  TestDatabase database() throws SQLException {
    TestDatabase.maria("looked_at_too")
        .execute(
            "CREATE TABLE elsewhere(id int PRIMARY KEY)",
            "CREATE TABLE customers(id int PRIMARY KEY, secret text)");
    return TestDatabase.maria("looked_at");
  }

  @Override
  List<String> more() {
    return List.of(
        "CREATE SEQUENCE counter",
        """
        CREATE TABLE everything(
          id bigint PRIMARY KEY COMMENT 'the number of the thing', i1 tinyint, i2 smallint unsigned,
          i3 mediumint, i8 bigint, n decimal(10,2), r float, d double, t text, lt longtext, c char(3),
          v varchar(5), b blob, vb varbinary(5), f boolean, da date, ti time, ts timestamp,
          dt datetime(6), y year, e enum('x','y'), s set('x','y'), j json, u uuid, ip inet6, p point,
          bi bit(3), `Mixed` int)
        """,
        """
        INSERT INTO everything VALUES (1, 2, 3, 4, 5, 4.5, 1.5, 2.5, 'a', 'b', 'c', 'd', 'e', 'f', true,
          '2024-01-02', '10:00:00', '2024-01-02 10:00:00', '2024-01-02 10:00:00', 2024, 'x', 'x,y',
          '{"a":1}', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '::1', ST_PointFromText('POINT(1 2)'),
          b'101', 1)
        """);
  }

  @Override
  Map<String, Kind> kinds() {
    return Map.ofEntries(
        entry("id", Kind.NUMBER),
        entry("i1", Kind.NUMBER),
        entry("i2", Kind.NUMBER),
        entry("i3", Kind.NUMBER),
        entry("i8", Kind.NUMBER),
        entry("n", Kind.NUMBER),
        entry("r", Kind.NUMBER),
        entry("d", Kind.NUMBER),
        entry("t", Kind.TEXT),
        entry("lt", Kind.TEXT),
        entry("c", Kind.TEXT),
        entry("v", Kind.TEXT),
        entry("b", Kind.OTHER),
        entry("vb", Kind.OTHER),
        entry("f", Kind.BOOLEAN),
        entry("da", Kind.DATE),
        entry("ti", Kind.TEXT),
        entry("ts", Kind.TIMESTAMP),
        entry("dt", Kind.TIMESTAMP),
        entry("y", Kind.NUMBER),
        entry("e", Kind.TEXT),
        entry("s", Kind.TEXT),
        entry("j", Kind.TEXT),
        entry("u", Kind.TEXT),
        entry("ip", Kind.TEXT),
        entry("p", Kind.OTHER),
        entry("bi", Kind.OTHER),
        entry("Mixed", Kind.NUMBER));
  }
}
