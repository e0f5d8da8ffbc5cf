package dev.tributary.embedded.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Writers on a table with a cursor that is as unkind as production: times rounded so that many rows
 * share one, updates of old rows, and transactions that commit long after they took the time.
 */
final class PostgresTraffic implements Traffic {
  private static final int WRITERS = 3;
  private static final int LONGEST_HOLD_MILLIS = 400;

  private final DataSource source;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread[] writers = new Thread[WRITERS];

  PostgresTraffic(DataSource source) {
    this.source = source;
  }

  @Override
  public void start() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id bigserial PRIMARY KEY, label text NOT NULL,"
              + " revision bigint NOT NULL, updated_at timestamptz NOT NULL)");
    }
    for (int writer = 0; writer < WRITERS; writer++) {
      SplittableRandom random = new SplittableRandom(writer);
      writers[writer] = Thread.ofVirtual().start(() -> write(random));
    }
  }

  @Override
  public void stop() throws InterruptedException {
    ended.set(true);
    for (Thread writer : writers) {
      writer.join();
    }
  }

  @Override
  public Map<String, String> rows() throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id, label, revision FROM orders")) {
      while (result.next()) {
        rows.put(result.getString(1), result.getString(2) + "/" + result.getLong(3));
      }
    }
    return rows;
  }

  private void write(SplittableRandom random) {
    while (!ended.get()) {
      try (Connection connection = source.getConnection()) {
        connection.setAutoCommit(false);
        insert(connection, 1 + random.nextInt(20));
        update(connection, random);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_HOLD_MILLIS)));
        connection.commit();
      } catch (SQLException refused) {
        throw new IllegalStateException("the source's writer failed", refused);
      }
    }
  }

  private static void insert(Connection connection, int count) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO orders (label, revision, updated_at)"
                + " SELECT 'order ' || n, 1, date_trunc('second', clock_timestamp())"
                + " FROM generate_series(1, ?) AS n")) {
      insert.setInt(1, count);
      insert.executeUpdate();
    }
  }

  /** Rows that another writer holds are passed over, so that writers never wait for each other. */
  private static void update(Connection connection, SplittableRandom random) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE orders SET revision = revision + 1, updated_at = clock_timestamp()"
                + " WHERE id IN (SELECT id FROM orders WHERE id % ? = 0"
                + " ORDER BY id DESC LIMIT 5 FOR UPDATE SKIP LOCKED)")) {
      update.setInt(1, 2 + random.nextInt(7));
      update.executeUpdate();
    }
  }
}
