package dev.tributary.benchmarks;

import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.alerts.WindowStores;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Window;
import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.redis.RedisCache;
import dev.tributary.redis.RedisConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import redis.embedded.RedisServer;

/**
 * What an event of 1,000 users costs where the windows of an hour are kept outside of memory,
 * stored every 60,000 events, which are a minute: beside raw rows of the same events, as many at a
 * time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WindowStoreBenchmark.EVENTS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgs = {"--enable-native-access=ALL-UNNAMED", "-Xmx2g"})
public class WindowStoreBenchmark {
  static final int EVENTS = 300_000;
  private static final int AT_A_TIME = 60_000;

  private Logins logins = new Logins(0);
  private Path folder = Path.of("");
  private @Nullable CentralStore central;
  private @Nullable RedisServer server;
  private @Nullable RedisCache redis;

  /** Makes the events, a database and a server. */
  @Setup
  public void prepare() throws IOException {
    logins = new Logins(EVENTS);
    folder = Files.createTempDirectory("windows");
    central = opened(folder);
    int port = freePort();
    RedisServer started = RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1").build();
    started.start();
    server = started;
    redis = RedisCache.of(RedisConfig.builder("127.0.0.1").port(port).build());
  }

  private static CentralStore opened(Path folder) {
    return CentralStore.open(
        StoreConfig.sqlite(folder.resolve("windows.db")), InstantSource.system());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Removes it all. */
  @TearDown
  public void remove() throws IOException {
    cache().close();
    Objects.requireNonNull(server).stop();
    store().close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Windows that are stored nowhere else. */
  @Benchmark
  public void memory() {
    run(WindowStores.inMemory());
  }

  /** Windows in SQLite. */
  @Benchmark
  public void sqlite() {
    run(WindowStores.jdbc(store()));
  }

  /** Windows on Redis. */
  @Benchmark
  public void redis() {
    run(cache().windows());
  }

  private CentralStore store() {
    return Objects.requireNonNull(central);
  }

  private RedisCache cache() {
    return Objects.requireNonNull(redis);
  }

  private void run(WindowStore store) {
    AlertRule rule =
        AlertRule.metric("logins")
            .per("user")
            .of(Aggregate.sum())
            .in(Window.sliding(Duration.ofHours(1)))
            .exceeds(62_000)
            .build();
    RuleEvaluator evaluator = RuleEvaluator.of(rule, Instant.EPOCH);
    for (int index = 0; index < logins.size(); index++) {
      evaluator.accept(logins.events[index]);
      if (index % AT_A_TIME == AT_A_TIME - 1) {
        evaluator.save(store, index);
      }
    }
    evaluator.save(store, logins.size());
  }

  /** The events themselves as rows of SQLite. */
  @Benchmark
  public void sqliteRawRows() {
    store()
        .<Boolean, RuntimeException>write(transaction -> {
          try (Statement statement = transaction.connection().createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS raw (user TEXT, at INTEGER, value REAL)");
            statement.execute("DELETE FROM raw");
          }
          return true;
        });
    for (int from = 0; from < EVENTS; from += AT_A_TIME) {
      int first = from;
      store()
          .<Boolean, RuntimeException>write(transaction -> {
            try (PreparedStatement insert =
                transaction.connection().prepareStatement("INSERT INTO raw VALUES (?, ?, ?)")) {
              insert(insert, first, first + AT_A_TIME);
            }
            return true;
          });
    }
  }

  private void insert(PreparedStatement insert, int from, int to) throws SQLException {
    for (int index = from; index < to; index++) {
      insert.setString(1, logins.users[logins.user[index]]);
      insert.setLong(2, logins.at[index]);
      insert.setDouble(3, logins.value[index]);
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
