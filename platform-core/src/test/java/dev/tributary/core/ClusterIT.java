package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes in processes of their own that share a PostgreSQL store. */
class ClusterIT {
  private static final Duration NEVER = Duration.ofDays(1);
  private static String port;

  @TempDir Path folder;
  private final List<Process> nodes = new ArrayList<>();
  private CentralStore store;
  private Scheduler scheduler;

  @BeforeAll
  static void createDatabase() throws Exception {
    port = String.valueOf(Servers.postgres().getPort());
    try (Connection connection = Servers.postgres().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE cluster");
    }
  }

  @BeforeEach
  void open() {
    store = CentralStore.open(WorkerProcess.config(port), InstantSource.system());
    store.write(transaction -> {
      CentralStoreContract.execute(transaction.connection(), "DROP TABLE IF EXISTS worked");
      CentralStoreContract.execute(transaction.connection(), "DELETE FROM scheduled_tasks");
      return CentralStoreContract.execute(
          transaction.connection(),
          "CREATE TABLE worked (at bigint GENERATED ALWAYS AS IDENTITY, node text,"
              + " instance text, what text)");
    });
    scheduler = Scheduler.on(store, SchedulerConfig.builder().task("work", run -> {}).build());
  }

  @AfterEach
  void close() {
    nodes.forEach(Process::destroyForcibly);
    scheduler.close();
    store.close();
  }

  @Test
  void twoNodesNeverRunOneInstanceAtOnce() throws Exception {
    List<String> instances = List.of("a", "b", "c", "d", "e", "f");
    instances.forEach(instance -> scheduler.schedule("work", instance, Duration.ofMillis(1)));
    start("one");
    start("two");

    until("SELECT count(*) >= 120 FROM worked");
    until("SELECT count(DISTINCT node) = 2 FROM worked");
    nodes.forEach(Process::destroyForcibly);

    for (String instance : instances) {
      List<String> notes = notes(instance);
      for (int index = 0; index + 1 < notes.size(); index += 2) {
        String node = notes.get(index).split(" ")[0];
        assertThat(notes.subList(index, index + 2))
            .as(instance + " " + index)
            .containsExactly(node + " begin", node + " end");
      }
    }
  }

  @Test
  void theWorkOfAKilledNodeIsTakenOver() throws Exception {
    Process first = start("first", "hang");
    scheduler.schedule("work", "orphan", NEVER);
    until("SELECT count(*) = 1 FROM worked WHERE node = 'first' AND what = 'begin'");
    start("second");

    first.destroyForcibly().waitFor();

    until("SELECT count(*) = 1 FROM worked WHERE node = 'second' AND what = 'end'");
    assertThat(notes("orphan")).containsExactly("first begin", "second begin", "second end");
  }

  private Process start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WorkerProcess.class.getName(), port));
    command.addAll(List.of(arguments));
    File log = folder.resolve(arguments[0] + ".log").toFile();
    Process node =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    nodes.add(node);
    return node;
  }

  /** Looks again and again, as the work is done in other processes that cannot tell this one. */
  private void until(String condition) throws Exception {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!holds(condition)) {
      assertThat(Instant.now()).as(condition + ", but: " + notes("%")).isBefore(deadline);
      for (Process node : nodes) {
        node.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  private boolean holds(String condition) {
    return store.read(connection -> texts(connection, condition).getFirst().equals("t"));
  }

  private List<String> notes(String instance) {
    return store.read(connection ->
        texts(
            connection,
            "SELECT node || ' ' || what FROM worked WHERE instance LIKE '"
                + instance
                + "' ORDER BY at"));
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
