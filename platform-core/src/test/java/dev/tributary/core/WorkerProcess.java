package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * A node of its own: runs the instances of a task on a shared PostgreSQL and writes each beginning
 * and end into the table {@code worked}. Arguments: port, name of the node, and {@code hang} if its
 * work never ends.
 */
final class WorkerProcess {
  private WorkerProcess() {}

  public static void main(String[] arguments) throws Exception {
    String node = arguments[1];
    boolean hang = arguments.length > 2;
    CentralStore store = CentralStore.open(config(arguments[0]), InstantSource.system());
    SchedulerConfig config =
        SchedulerConfig.builder()
            .task(
                "work",
                run -> {
                  note(store, node, run.instance(), "begin");
                  if (hang) {
                    new CountDownLatch(1).await();
                  }
                  note(store, node, run.instance(), "end");
                })
            .poll(Duration.ofMillis(50))
            .heartbeat(Duration.ofMillis(500))
            .build();
    Scheduler scheduler = Scheduler.on(store, config);
    scheduler.start();
    new CountDownLatch(1).await();
  }

  static StoreConfig config(String port) {
    return StoreConfig.postgresql(
        "localhost", Integer.parseInt(port), "cluster", "postgres", Secret.of("x"));
  }

  private static void note(CentralStore store, String node, String instance, String what) {
    store.write(transaction -> {
      try (PreparedStatement insert =
          transaction
              .connection()
              .prepareStatement("INSERT INTO worked (node, instance, what) VALUES (?, ?, ?)")) {
        insert.setString(1, node);
        insert.setString(2, instance);
        insert.setString(3, what);
        return insert.executeUpdate();
      }
    });
  }
}
