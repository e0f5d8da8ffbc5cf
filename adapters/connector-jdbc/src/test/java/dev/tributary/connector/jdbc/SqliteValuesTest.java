package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteValuesTest {
  @TempDir Path folder;
  private SqliteEngine engine;

  @BeforeEach
  void createTable() {
    engine = new SqliteEngine(folder.resolve("source.db"));
    engine.run(
        "CREATE TABLE v (id INTEGER PRIMARY KEY, n INT, d DECIMAL(9,2), r REAL, b BOOLEAN,"
            + " day DATE, at TIMESTAMP, t TEXT, x BLOB, \"odd \"\" name\" TEXT)");
  }

  @Test
  void valuesTakeTheTypesOfTheirColumns() {
    engine.run(
        "INSERT INTO v VALUES (1, 7, 1.5, 2.5, 1, '2026-02-03', '2026-02-03T04:05:06.7Z', 'text',"
            + " x'00ff', 'odd')");

    assertThat(values("1"))
        .containsExactly(
            1L,
            7L,
            new BigDecimal("1.5"),
            2.5,
            true,
            LocalDate.of(2026, 2, 3),
            Instant.parse("2026-02-03T04:05:06.700Z"),
            "text",
            "00ff",
            "odd");
  }

  @Test
  void valuesThatDoNotFitStayTexts() {
    engine.run(
        "INSERT INTO v VALUES (2, 'seven', 'much', 9e999, 2, '03.02.2026', 1767225600, 5, 'y', '')");

    assertThat(values("2"))
        .containsExactly(
            2L, "seven", "much", "Infinity", "2", "03.02.2026", "1767225600", "5", "y", "");
  }

  @Test
  void timesWithoutZoneAreOfTheConfiguredOne() {
    engine.run("INSERT INTO v (id, at) VALUES (3, '2026-07-01 12:00')");

    try (Walk walk = Walk.of(engine, "v", ReadMode.FULL, Map.of("zone", "Europe/Berlin"))) {
      assertThat(walk.readAll(10).rows().get("3").value(6))
          .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    }
  }

  @Test
  void rowsWithoutKeyValueAreReadAsWell() {
    engine.run(
        "CREATE TABLE k (code TEXT PRIMARY KEY, n INT)",
        "INSERT INTO k VALUES ('a', 1), (NULL, 2), (NULL, 3)");

    try (Walk walk = Walk.of(engine, "k", ReadMode.FULL, Map.of())) {
      assertThat(walk.readAll(1).all()).extracting(row -> row.value(1)).containsExactly(1L, 2L, 3L);
    }
  }

  private Object[] values(String id) {
    try (Walk walk = Walk.of(engine, "v", ReadMode.FULL, Map.of())) {
      SourceRow row = walk.readAll(10).rows().get(id);
      Object[] values = new Object[row.width()];
      for (int index = 0; index < values.length; index++) {
        values[index] = row.value(index);
      }
      return values;
    }
  }
}
