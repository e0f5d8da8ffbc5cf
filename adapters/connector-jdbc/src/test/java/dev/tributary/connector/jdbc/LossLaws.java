package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold on every engine: nothing is lost, whoever writes and wherever reading is cut. */
abstract class LossLaws {
  private static final int WRITERS = 3;
  private static final int TRANSACTIONS = 60;
  private static final Map<String, Object> SETTINGS =
      Map.of("cursor", "changed_at", "fetch_rows", 11);

  abstract TestEngine engine();

  /** An expression for the present time of the server, cut to tenths of a second. */
  abstract String now();

  @Test
  void nothingIsLostBesideConcurrentWriters() throws Exception {
    createTable();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        Walk walk = Walk.of(engine(), "moving", ReadMode.INCREMENTAL, SETTINGS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(threads.submit(() -> write(number)));
      }
      Random random = new Random(7);
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        walk.read(1 + random.nextInt(20), random.nextInt(6));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }

      walk.readAll(17);

      assertThat(walk.firstAndLast()).isEqualTo(actual());
    }
  }

  @Test
  void rowCommittedLateInsideTheOverlapIsRead() throws Exception {
    createTable();
    insert("INSERT INTO moving VALUES (1, 'a', '2026-01-01 10:00:00', 1)");
    try (Connection slow = engine().connect();
        Walk walk = Walk.of(engine(), "moving", ReadMode.INCREMENTAL, SETTINGS)) {
      boolean serial = engine() instanceof SqliteEngine;
      if (!serial) {
        slow.setAutoCommit(false);
        execute(slow, "INSERT INTO moving VALUES (0, 'late', '2026-01-01 10:00:05', 1)");
      }
      insert("INSERT INTO moving VALUES (2, 'b', '2026-01-01 10:00:05', 1)");
      insert("INSERT INTO moving VALUES (3, 'c', '2026-01-01 10:00:30', 1)");
      walk.readAll(2);
      assertThat(walk.rows()).containsOnlyKeys("1", "2", "3");

      if (serial) {
        // One writer at a time: what is late here is only the moment in the row.
        execute(slow, "INSERT INTO moving VALUES (0, 'late', '2026-01-01 10:00:05', 1)");
      } else {
        slow.commit();
      }

      assertThat(walk.readAll(2).rows()).containsOnlyKeys("0", "1", "2", "3");
    }
  }

  @Test
  void manyRowsOfOneMomentAreReadInPiecesOfAnySize() {
    createTable();
    fill(40);

    for (int page = 1; page <= 40; page += 3) {
      try (Walk walk = Walk.of(engine(), "moving", ReadMode.INCREMENTAL, SETTINGS)) {
        for (int run = 0; run <= 40 / page; run++) {
          walk.read(page, 1);
        }
        assertThat(walk.rows()).as("pages of " + page).hasSize(40);
      }
    }
  }

  @Test
  void fullReadingGoesOnWhereItWasCut() {
    createTable();
    fill(25);

    try (Walk walk = Walk.of(engine(), "moving", ReadMode.FULL, Map.of())) {
      for (int run = 0; run < 5; run++) {
        walk.read(5, 1);
      }
      assertThat(walk.rows()).hasSize(25);
    }
  }

  @Test
  void rowWithoutCursorIsReadEveryTime() {
    createTable();
    insert("INSERT INTO moving VALUES (1, 'a', '2026-01-01 10:00:00', 1)");
    insert("INSERT INTO moving VALUES (2, 'b', NULL, 1)");
    try (Walk walk = Walk.of(engine(), "moving", ReadMode.INCREMENTAL, SETTINGS)) {
      assertThat(walk.readAll(10).rows()).containsOnlyKeys("1", "2");

      insert("UPDATE moving SET version = 2 WHERE id = 2");

      assertThat(walk.readAll(10).firstAndLast()).containsEntry("2", "2");
    }
  }

  @Test
  void rowFromTheFutureDoesNotHideThePresent() {
    createTable();
    insert("INSERT INTO moving VALUES (1, 'a', '2099-01-01 10:00:00', 1)");
    try (Walk walk = Walk.of(engine(), "moving", ReadMode.INCREMENTAL, SETTINGS)) {
      walk.readAll(10);

      insert("INSERT INTO moving VALUES (2, 'b', " + now() + ", 1)");

      assertThat(walk.readAll(10).rows()).containsOnlyKeys("1", "2");
    }
  }

  @Test
  void tableWithoutKeyIsReadWhole() {
    engine()
        .run(
            "DROP TABLE IF EXISTS loose",
            "CREATE TABLE loose (name VARCHAR(20), at " + engine().timeType() + ")");
    engine()
        .run(
            IntStream.range(0, 30)
                .mapToObj(id ->
                    "INSERT INTO loose VALUES ('n%d', '2026-01-01 10:00:0%d')"
                        .formatted(id, id / 10))
                .toArray(String[]::new));
    Map<String, Object> settings = Map.of("cursor", "at", "fetch_rows", 3);

    for (ReadMode mode : ReadMode.values()) {
      try (Walk walk = Walk.of(engine(), "loose", mode, settings)) {
        walk.read(4, 3);
        assertThat(walk.readAll(4).rows()).as(mode.name()).hasSize(30);
      }
    }
  }

  @Test
  void compositeKeyOfTextsKeepsTheDatabasesOwnOrder() {
    String order = quote() + "order" + quote();
    engine()
        .run(
            "DROP TABLE IF EXISTS texts",
            "CREATE TABLE texts (name VARCHAR(20) NOT NULL, "
                + order
                + " VARCHAR(20) NOT NULL, PRIMARY KEY (name, "
                + order
                + "))");
    List<String> names =
        List.of("a", "B", "c ", "\u00fc", "z", "a b", "A-c", "\u00df", "_x", "10", "2");
    List<String> pairs = new ArrayList<>();
    for (String name : names) {
      for (String other : List.of("x", "Y", "\u00dc'\\")) {
        pairs.add(name + "|" + other);
        insertPair(name, other);
      }
    }

    for (int page = 1; page <= 8; page++) {
      try (Walk walk = Walk.of(engine(), "texts", ReadMode.FULL, Map.of("fetch_rows", 2))) {
        for (int run = 0; run <= pairs.size() / page; run++) {
          walk.read(page, 1);
        }
        assertThat(walk.all())
            .extracting(row -> row.value(0) + "|" + row.value(1))
            .as("pages of " + page)
            .containsExactlyInAnyOrderElementsOf(pairs);
      }
    }
  }

  private char quote() {
    return engine() instanceof MariaEngine ? '`' : '"';
  }

  private void insertPair(String name, String other) {
    try (Connection connection = engine().connect();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO texts VALUES (?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, other);
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void createTable() {
    engine()
        .run(
            "DROP TABLE IF EXISTS moving",
            "CREATE TABLE moving (id BIGINT NOT NULL PRIMARY KEY, name VARCHAR(20), changed_at "
                + engine().timeType()
                + ", version INT)",
            "CREATE INDEX moving_changed ON moving (changed_at, id)");
  }

  /** Inserts and updates rows, each transaction stamped with the moment it began. */
  private Void write(int writer) throws SQLException {
    Random random = new Random(writer);
    try (Connection connection = engine().connect()) {
      connection.setAutoCommit(false);
      for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
        int first = writer * 100_000 + transaction * 10;
        String stamp = scalar(connection, "SELECT " + now());
        for (int row = 0; row < 1 + random.nextInt(5); row++) {
          execute(
              connection,
              "INSERT INTO moving VALUES (" + (first + row) + ", 'w', '" + stamp + "', 1)");
        }
        int earlier = writer * 100_000 + random.nextInt(transaction + 1) * 10;
        execute(
            connection,
            "UPDATE moving SET version = version + 1, changed_at = '"
                + stamp
                + "' WHERE id = "
                + earlier);
        connection.commit();
      }
    }
    return null;
  }

  private Map<String, String> actual() throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = engine().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id, version FROM moving")) {
      while (result.next()) {
        rows.put(result.getString(1), result.getString(2));
      }
    }
    return rows;
  }

  /** Rows of one moment. */
  private void fill(int count) {
    engine()
        .run(
            IntStream.rangeClosed(1, count)
                .mapToObj(id ->
                    "INSERT INTO moving VALUES (%d, 'x', '2026-01-01 10:00:00', 1)".formatted(id))
                .toArray(String[]::new));
  }

  private void insert(String sql) {
    engine().run(sql);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String scalar(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
