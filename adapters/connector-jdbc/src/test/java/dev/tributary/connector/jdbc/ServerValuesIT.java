package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceRow;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerValuesIT {
  private static final Instant MOMENT = Instant.parse("2026-02-03T04:05:06.789012Z");

  @Test
  void postgresValuesTakeTheTypesOfTheirColumns() {
    PostgresEngine engine = PostgresEngine.instance();
    engine.run(
        "DROP TABLE IF EXISTS v",
        "DROP TYPE IF EXISTS mood",
        "CREATE TYPE mood AS ENUM ('sad', 'ok')",
        "CREATE TABLE v (id int8 PRIMARY KEY, d numeric, f float4, b bool, day date,"
            + " at timestamptz, wall timestamp, t text, u uuid, j jsonb, m mood, a int[], x bytea,"
            + " c char(5), i interval)",
        "INSERT INTO v VALUES (1, 1.50, 1.1, true, '2026-02-03', '2026-02-03 05:05:06.789012+01',"
            + " '2026-02-03 04:05:06.789012', 'text', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',"
            + " '{\"k\": 1}', 'ok', '{1,2}', '\\x00ff', 'ab', '1 day')");

    assertThat(values(engine, "1"))
        .containsExactly(
            1L,
            new BigDecimal("1.50"),
            1.1,
            true,
            LocalDate.of(2026, 2, 3),
            MOMENT,
            MOMENT,
            "text",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "{\"k\": 1}",
            "ok",
            "{1,2}",
            "00ff",
            "ab   ",
            "1 day");
  }

  @Test
  void postgresValuesOutsideOfTheCalendarStayTexts() {
    PostgresEngine engine = PostgresEngine.instance();
    engine.run(
        "DROP TABLE IF EXISTS w",
        "CREATE TABLE w (id int PRIMARY KEY, d numeric, f float8, day date, at timestamptz)",
        "INSERT INTO w VALUES (1, 'NaN', '-Infinity', 'infinity', '-infinity'),"
            + " (2, 'Infinity', 'NaN', '0044-03-15 BC', '20000-01-01')");

    try (Walk walk = Walk.of(engine, "w", ReadMode.INCREMENTAL, Map.of("cursor", "at"))) {
      assertThat(array(walk.readAll(1).rows().get("1")))
          .containsExactly(1L, "NaN", "-Infinity", "infinity", "-infinity");
      assertThat(array(walk.rows().get("2")))
          .containsExactly(2L, "Infinity", "NaN", "0044-03-15 BC", "20000-01-01 00:00:00+00");

      engine.run("INSERT INTO w VALUES (3, 1, 1, now(), now())");

      assertThat(walk.readAll(1).rows()).containsOnlyKeys("1", "2", "3");
    }
  }

  @Test
  void mariaValuesTakeTheTypesOfTheirColumns() {
    MariaEngine engine = MariaEngine.instance();
    engine.run(
        "DROP TABLE IF EXISTS v",
        "SET time_zone = '+00:00'",
        "CREATE TABLE v (id bigint unsigned PRIMARY KEY, d decimal(9,2), f float, b tinyint(1),"
            + " bits bit(1), flags bit(9), day date, at datetime(6), ts timestamp(6) NULL, t text,"
            + " e enum('z', 'a'), y year, x varbinary(5), j json)",
        "INSERT INTO v VALUES (18446744073709551615, 1.50, 1.1, 1, b'1', b'100000001',"
            + " '2026-02-03', '2026-02-03 04:05:06.789012', '2026-02-03 04:05:06.789012', 'text',"
            + " 'a', 2026, x'00ff', '{\"k\": 1}')");

    assertThat(values(engine, "18446744073709551615"))
        .containsExactly(
            new BigDecimal("18446744073709551615"),
            new BigDecimal("1.50"),
            1.1,
            true,
            true,
            "101",
            LocalDate.of(2026, 2, 3),
            MOMENT,
            MOMENT,
            "text",
            "a",
            2026L,
            "00ff",
            "{\"k\": 1}");
  }

  @Test
  void mariaValuesOutsideOfTheCalendarStayTexts() {
    MariaEngine engine = MariaEngine.instance();
    try (var connection = engine.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET sql_mode = ''");
      statement.execute("DROP TABLE IF EXISTS w");
      statement.execute("CREATE TABLE w (id int PRIMARY KEY, day date, at datetime, b tinyint(1))");
      statement.execute("INSERT INTO w VALUES (1, '0000-00-00', '0000-00-00 00:00:00', 2)");
      statement.execute("INSERT INTO w VALUES (2, '2026-02-00', '2026-01-01 10:00:00', 0)");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }

    try (Walk walk = Walk.of(engine, "w", ReadMode.INCREMENTAL, Map.of("cursor", "at"))) {
      walk.read(1, 1);
      assertThat(array(walk.readAll(1).rows().get("1")))
          .containsExactly(1L, "0000-00-00", "0000-00-00 00:00:00", "2");
      assertThat(walk.rows().get("2").value(1)).isEqualTo("2026-02-00");
    }
  }

  @Test
  void mariaEnumAsKeyIsOrderedAsItIsCompared() {
    MariaEngine engine = MariaEngine.instance();
    engine.run(
        "DROP TABLE IF EXISTS moods",
        "CREATE TABLE moods (m enum('z', 'b', 'y', 'a') PRIMARY KEY)",
        "INSERT INTO moods VALUES ('z'), ('b'), ('y'), ('a')");

    try (Walk walk = Walk.of(engine, "moods", ReadMode.FULL, Map.of("fetch_rows", 1))) {
      assertThat(walk.readAll(1).rows()).containsOnlyKeys("a", "b", "y", "z");
    }
  }

  private static Object[] values(TestEngine engine, String id) {
    try (Walk walk = Walk.of(engine, "v", ReadMode.FULL, Map.of())) {
      return array(walk.readAll(10).rows().get(id));
    }
  }

  private static Object[] array(SourceRow row) {
    Object[] values = new Object[row.width()];
    for (int index = 0; index < values.length; index++) {
      values[index] = row.value(index);
    }
    return values;
  }
}
