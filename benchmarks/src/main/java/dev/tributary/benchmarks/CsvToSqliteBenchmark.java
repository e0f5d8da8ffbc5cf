package dev.tributary.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
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

/** Moves a file of a million payments into the table that the platform makes in SQLite. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class CsvToSqliteBenchmark {
  private static final int COMMIT_EVERY = 5_000;

  private Collecting collecting = Collecting.none();

  /** Writes the file and makes an empty store. */
  @Setup(Level.Iteration)
  public void prepare() throws IOException {
    collecting = Collecting.ofSqlite(BareRows.ROWS);
  }

  /** Removes file and store. */
  @TearDown(Level.Iteration)
  public void remove() throws IOException {
    collecting.remove();
  }

  /** Detect, parse, map, validate, lineage, upsert, checkpoint, run and events. */
  @Benchmark
  @Fork(
      value = 2,
      jvmArgs = {"-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
  public long endToEnd() {
    return collecting.collect();
  }

  /** The limit: prepared upserts of rows that are parsed already, in batches, and nothing else. */
  @Benchmark
  @Fork(
      value = 2,
      jvmArgs = {"-Xmx3g", "--enable-native-access=ALL-UNNAMED"})
  public long bareUpserts(BareRows bare) throws SQLException {
    collecting.close();
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + collecting.folder().resolve("tributary.db"))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = NORMAL");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement upsert = connection.prepareStatement(BareRows.upsert())) {
        int row = 0;
        for (Object[] values : bare.rows()) {
          BareRows.bind(upsert, values);
          upsert.addBatch();
          if (++row % COMMIT_EVERY == 0) {
            upsert.executeBatch();
            connection.commit();
          }
        }
      }
    }
    return bare.rows().length;
  }
}
