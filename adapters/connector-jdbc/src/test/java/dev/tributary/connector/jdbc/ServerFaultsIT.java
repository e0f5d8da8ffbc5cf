package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.testkit.FlakyTcpProxy;
import dev.tributary.testkit.TestConnectorContext;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFaultsIT {

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void wrongPasswordIsSaidAndNotShown(String name) {
    TestEngine engine = engine(name);
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("password", "env:WRONG");

    ConnectorException failure = failure(settings, Map.of("env:WRONG", "not-the-password"));

    assertThat(failure.code()).isEqualTo(ConnectorError.UNAUTHORIZED);
    assertThat(failure).hasMessageContaining("check user and password");
    assertThat(failure.toString()).doesNotContain("not-the-password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void unknownDatabaseIsMissing(String name) {
    Map<String, Object> settings = new HashMap<>(engine(name).settings());
    settings.put("database", "nowhere?x=y");

    ConnectorException failure = failure(settings, engine(name).secrets());

    // MariaDB does not tell a user without rights whether the database exists.
    assertThat(failure.code()).isIn(ConnectorError.MISSING, ConnectorError.UNAUTHORIZED);
    assertThat(failure).hasMessageContaining("nowhere?x=y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void tableWithoutPermissionIsSaid(String name) {
    TestEngine engine = engine(name);
    fill(engine, "hidden", 1);
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("user", "stranger");
    settings.put("table", "hidden");

    ConnectorException failure;
    try (Walk walk = new Walk(settings, engine.secrets(), "hidden", ReadMode.FULL)) {
      failure = catchThrowableOfType(ConnectorException.class, () -> walk.readAll(10));
    }

    assertThat(failure.code()).isIn(ConnectorError.UNAUTHORIZED, ConnectorError.MISSING);
    // MySQL does not even let in a user who may see nothing of a database.
    assertThat(failure.getMessage()).containsAnyOf("'hidden'", "'stranger'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void deadHostIsUnreachable(String name) {
    Map<String, Object> settings = new HashMap<>(engine(name).settings());
    settings.put("port", 1);

    ConnectorException failure = failure(settings, engine(name).secrets());

    assertThat(failure.code()).isEqualTo(ConnectorError.UNREACHABLE);
    assertThat(failure).hasMessageContainingAll(":1/", "see that the server runs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void silentServerIsGivenUpInTime(String name) {
    TestEngine engine = engine(name);
    try (FlakyTcpProxy proxy = FlakyTcpProxy.to("127.0.0.1", port(engine))) {
      Map<String, Object> settings = through(proxy, engine);
      settings.put("timeout", "1s");
      settings.put("connect_timeout", "1s");
      proxy.stall();

      assertThat(failure(settings, engine.secrets()).code()).isEqualTo(ConnectorError.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mysql"})
  void connectionLostWhileReadingLosesNoRow(String name) {
    TestEngine engine = engine(name);
    fill(engine, "wide", 600);
    try (FlakyTcpProxy proxy = FlakyTcpProxy.to("127.0.0.1", port(engine))) {
      Map<String, Object> settings = through(proxy, engine);
      settings.put("cursor", "at");
      int failures = 0;
      try (Walk walk = new Walk(settings, engine.secrets(), "wide", ReadMode.INCREMENTAL)) {
        for (int run = 0; run < 12; run++) {
          proxy.heal();
          proxy.resetAfter(20_000L + run * 9_000L);
          ConnectorException failure =
              catchThrowableOfType(ConnectorException.class, () -> walk.readAll(20));
          if (failure != null) {
            failures++;
            assertThat(failure.code()).isEqualTo(ConnectorError.UNREACHABLE);
          }
        }
        proxy.heal();
        assertThat(failures).isPositive();
        assertThat(walk.readAll(20).rows()).hasSize(600);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void deniedHostIsNotUsedHoweverLateItsNameIsChanged(int checks) {
    PostgresEngine engine = PostgresEngine.instance();
    TestConnectorContext context =
        TestConnectorContext.builder()
            .settings(engine.settings())
            .secrets(engine.secrets())
            .denyAfter("localhost", checks)
            .build();

    try (SourceConnector connector = new JdbcConnectorFactory().open(context)) {
      assertThatThrownBy(connector::check)
          .isInstanceOfSatisfying(
              ConnectorException.class,
              denied -> assertThat(denied.code()).isEqualTo(ConnectorError.DENIED));
    }
  }

  @Test
  void waitForALockEnds() throws Exception {
    PostgresEngine engine = PostgresEngine.instance();
    fill(engine, "busy", 1);
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("connect_timeout", "1s");
    try (Connection writer = engine.connect();
        var statement = writer.createStatement();
        Walk walk = new Walk(settings, engine.secrets(), "busy", ReadMode.FULL)) {
      writer.setAutoCommit(false);
      statement.execute("LOCK TABLE busy IN ACCESS EXCLUSIVE MODE");

      assertThatThrownBy(() -> walk.readAll(10))
          .hasMessageContainingAll("lock timeout", "setting connect_timeout");
    }
  }

  @Test
  void connectionRefusesToWrite() throws Exception {
    PostgresEngine engine = PostgresEngine.instance();
    engine.run(
        "CREATE OR REPLACE FUNCTION sneak() RETURNS int LANGUAGE sql AS"
            + " 'CREATE TABLE planted (); SELECT 1'",
        "CREATE OR REPLACE VIEW trap AS SELECT sneak() AS n");

    try (Walk walk = Walk.of(engine, "trap", ReadMode.FULL, Map.of())) {
      assertThatThrownBy(() -> walk.readAll(10)).hasMessageContaining("read-only");
    } finally {
      engine.run("DROP VIEW trap", "DROP FUNCTION sneak()");
    }
  }

  private static TestEngine engine(String name) {
    return name.equals("mysql") ? MariaEngine.instance() : PostgresEngine.instance();
  }

  private static int port(TestEngine engine) {
    return (int) engine.settings().get("port");
  }

  private static Map<String, Object> through(FlakyTcpProxy proxy, TestEngine engine) {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("host", "127.0.0.1");
    settings.put("port", proxy.port());
    return settings;
  }

  private static void fill(TestEngine engine, String table, int rows) {
    engine.run("DROP TABLE IF EXISTS " + table);
    engine.run(
        "CREATE TABLE " + table + " (id INT PRIMARY KEY, at " + engine.timeType() + ", t TEXT)");
    engine.run(
        IntStream.rangeClosed(1, rows)
            .mapToObj(id ->
                "INSERT INTO %s VALUES (%d, '2026-01-01 10:00:%02d', '%s')"
                    .formatted(table, id, id % 60, "x".repeat(100)))
            .toArray(String[]::new));
  }

  private static ConnectorException failure(
      Map<String, Object> settings, Map<String, String> secrets) {
    TestConnectorContext context =
        TestConnectorContext.builder().settings(settings).secrets(secrets).build();
    try (SourceConnector connector = new JdbcConnectorFactory().open(context)) {
      return catchThrowableOfType(ConnectorException.class, connector::check);
    }
  }
}
