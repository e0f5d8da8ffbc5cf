package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import dev.tributary.testkit.TestConnectorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class SqliteFaultsTest {
  @TempDir Path folder;
  private SqliteEngine engine;

  @BeforeEach
  void createTable() {
    engine = new SqliteEngine(folder.resolve("source.db"));
    engine.run(
        "CREATE TABLE payments (id INTEGER PRIMARY KEY, updated_at TIMESTAMP, note TEXT)",
        "INSERT INTO payments VALUES (1, '2026-01-01 10:00:00', 'x')");
  }

  @Test
  void missingFileIsNamed() {
    ConnectorException failure = failure(Map.of("file", folder.resolve("gone.db").toString()));

    assertThat(failure.code()).isEqualTo(ConnectorError.MISSING);
    assertThat(failure).hasMessageContainingAll("gone.db", "no such file", "check the names");
  }

  @Test
  void fileThatIsNoDatabaseIsMalformed() throws IOException {
    Path file = folder.resolve("text.db");
    Files.writeString(file, "this is not a database, it is only a text of some length ".repeat(20));

    assertThat(failure(Map.of("file", file.toString())).code()).isEqualTo(ConnectorError.MALFORMED);
  }

  @Test
  void misspeltTableIsCorrected() {
    ConnectorException failure = failure(Map.of("table", "paymets"));

    assertThat(failure.code()).isEqualTo(ConnectorError.MISSING);
    assertThat(failure).hasMessageContainingAll("'paymets'", "did you mean 'payments'?");
  }

  @Test
  void misspeltColumnsAreCorrected() {
    assertThat(failure(Map.of("table", "payments", "cursor", "update_at")))
        .hasMessageContainingAll("'update_at'", "setting cursor", "did you mean 'updated_at'?");
    assertThat(failure(Map.of("table", "payments", "key", "di")))
        .hasMessageContainingAll("'di'", "setting key");
  }

  @Test
  void incrementalReadingNeedsACursor() {
    try (Walk walk = Walk.of(engine, "payments", ReadMode.INCREMENTAL, Map.of())) {
      assertThatThrownBy(() -> walk.readAll(10))
          .hasMessageContaining("set cursor to one of [updated_at, id]");
    }
  }

  @Test
  void overlapOfTheWrongKindIsSaid() {
    Map<String, Object> settings = Map.of("cursor", "id", "overlap", "30s");
    try (Walk walk = Walk.of(engine, "payments", ReadMode.INCREMENTAL, settings)) {
      walk.readAll(10);
      assertThatThrownBy(() -> walk.readAll(10)).hasMessageContaining("write a count such as 1000");
    }
  }

  @Test
  void checkpointOfAnotherOrderIsStale() {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("cursor", "updated_at");
    try (Walk walk = new Walk(settings, Map.of(), "payments", ReadMode.INCREMENTAL)) {
      walk.readAll(10);
      settings.put("cursor", "id");
      try (Walk other = walk.goingOnWith(settings)) {
        assertThatThrownBy(() -> other.readAll(10))
            .isInstanceOfSatisfying(
                ConnectorException.class,
                stale -> assertThat(stale.code()).isEqualTo(ConnectorError.STALE_CHECKPOINT));
      }
    }
  }

  @Test
  void lockedDatabaseIsAPassingFailure() throws Exception {
    engine.run("PRAGMA journal_mode = DELETE");
    try (Connection writer = new SQLiteConfig().createConnection("jdbc:sqlite:" + engine.file());
        var statement = writer.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");

      ConnectorException failure = failure(Map.of("table", "payments", "connect_timeout", "1s"));

      assertThat(failure.code()).isEqualTo(ConnectorError.FAILED);
      assertThat(failure).hasMessageContainingAll("locked", "setting connect_timeout");
    }
  }

  @Test
  void statementThatRunsTooLongIsEnded() {
    engine.run(
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i FROM n WHERE i < 0");
    try (Walk walk = Walk.of(engine, "endless", ReadMode.FULL, Map.of("timeout", "1s"))) {
      assertThatThrownBy(() -> walk.readAll(10))
          .isInstanceOf(ConnectorException.class)
          .hasMessageContainingAll("interrupted", "setting timeout");
    }
  }

  @Test
  void closedConnectorHoldsNoFileOpen() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors), "open files can be listed on Linux alone");
    try (Walk walk = Walk.of(engine, "payments", ReadMode.FULL, Map.of())) {
      walk.read(1, 1);
      assertThat(openFiles(descriptors)).contains(engine.file().toString());
    }

    assertThat(openFiles(descriptors)).doesNotContain(engine.file().toString());
  }

  @Test
  void discoveryRanksCursorsAndKnowsTheKey() {
    try (SourceConnector connector = open(Map.of())) {
      SourceStream stream = connector.discover().getFirst();

      assertThat(stream.cursors()).containsExactly("updated_at", "id");
      assertThat(stream.schema().key()).containsExactly("id");
    }
  }

  @Test
  void everythingWrongWithTheSettingsIsSaidAtOnce() {
    Map<String, Object> settings =
        Map.of(
            "engine", "postgresql",
            "host", "db?socketFactory=evil",
            "port", 99_999,
            "options", Map.of("sslmode", "perhaps", "loggerFile", "x"),
            "zone", "Nowhere/Land",
            "jdbc_url", "jdbc:postgresql://x");

    assertThatThrownBy(() -> new JdbcConnectorFactory().open(TestConnectorContext.of(settings)))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            wrong ->
                assertThat(wrong.faults())
                    .extracting(Fault::place)
                    .containsExactlyInAnyOrder(
                        "settings.host",
                        "settings.port",
                        "settings.database",
                        "settings.user",
                        "settings.options.sslmode",
                        "settings.options.loggerFile",
                        "settings.zone",
                        "settings.jdbc_url"));
  }

  private static List<String> openFiles(Path descriptors) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> open = Files.list(descriptors)) {
      for (Path descriptor : open.toList()) {
        try {
          files.add(Files.readSymbolicLink(descriptor).toString());
        } catch (NoSuchFileException closedMeanwhile) {
          // It was the one that the list itself needed.
        }
      }
    }
    return files;
  }

  private ConnectorException failure(Map<String, Object> more) {
    try (SourceConnector connector = open(more)) {
      return catchThrowableOfType(ConnectorException.class, connector::check);
    }
  }

  private SourceConnector open(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.putAll(more);
    return new JdbcConnectorFactory().open(TestConnectorContext.of(settings));
  }
}
