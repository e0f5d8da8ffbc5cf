package dev.tributary.benchmarks;

import dev.tributary.api.settings.Secret;
import dev.tributary.core.StoreConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.PGConnection;

/** Moves a file of a million payments into the table that the platform makes in PostgreSQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 2,
    jvmArgs = {"-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
public class CsvToPostgresBenchmark {
  private @Nullable EmbeddedPostgres server;
  private Collecting collecting = Collecting.none();

  /** Starts a server, writes the file and makes an empty store. */
  @Setup(Level.Iteration)
  public void prepare() throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    server = postgres;
    collecting =
        Collecting.of(
            StoreConfig.postgresql(
                "localhost", postgres.getPort(), "postgres", "postgres", Secret.of("")),
            BareRows.ROWS);
  }

  /** Removes server, file and store. */
  @TearDown(Level.Iteration)
  public void remove() throws IOException {
    collecting.remove();
    server().close();
  }

  /** Detect, parse, map, validate, lineage, upsert, checkpoint, run and events. */
  @Benchmark
  public long endToEnd() {
    return collecting.collect();
  }

  /** The limit: COPY of the file as it is into a staging table, and one upsert out of it. */
  @Benchmark
  public long bareCopyAndUpsert() throws SQLException, IOException {
    collecting.close();
    String columns =
        Payments.DATASET.columns().stream().map(c -> c.name()).collect(Collectors.joining(", "));
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        Reader file =
            Files.newBufferedReader(collecting.folder().resolve("drops").resolve("payments.csv"))) {
      connection.setAutoCommit(false);
      statement.execute(
          "CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT "
              + columns
              + " FROM payments WITH NO DATA");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY staged FROM STDIN (FORMAT csv, HEADER true)", file);
      long stored =
          statement.executeUpdate(
              "INSERT INTO payments (source_id, data_center_id, run_id, ingested_at, changed_at, "
                  + columns
                  + ") SELECT 'payments', 'fra', 'run', now(), now(), "
                  + columns
                  + " FROM staged ON CONFLICT (source_id, payment_id) DO UPDATE SET "
                  + Payments.DATASET.columns().stream()
                      .skip(1)
                      .map(column -> column.name() + " = excluded." + column.name())
                      .collect(Collectors.joining(", ")));
      connection.commit();
      return stored;
    }
  }

  private EmbeddedPostgres server() {
    return Objects.requireNonNull(server, "not set up");
  }
}
