package dev.tributary.core;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Times the store against a bare loop that writes the same rows into the same table, in the same
 * process. A program, not a test: {@code WriteSpeed sqlite|postgresql [rows]}. Both sides take
 * turns three times on empty tables; the best of each counts.
 */
final class WriteSpeed {
  private static final int BATCH = 5_000;
  private static final String COLUMNS =
      "id, user_id, at, amount, currency, merchant, country, city, channel, card_present, score,"
          + " note";

  private WriteSpeed() {}

  public static void main(String[] arguments) throws Exception {
    boolean sqlite = arguments.length == 0 || arguments[0].equals("sqlite");
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Path folder = Files.createTempDirectory("tributary-speed");
    StoreConfig config =
        sqlite
            ? StoreConfig.sqlite(folder.resolve("store.db"))
            : StoreConfig.postgresql(
                "localhost",
                Servers.postgres().getPort(),
                "postgres",
                "postgres",
                dev.tributary.api.settings.Secret.of("x"));
    String url =
        sqlite
            ? "jdbc:sqlite:" + folder.resolve("store.db")
            : Servers.postgres().getJdbcUrl("postgres", "postgres");
    double bare = Double.MAX_VALUE;
    double store = Double.MAX_VALUE;
    double again = Double.MAX_VALUE;
    for (int turn = 0; turn < 3; turn++) {
      try (CentralStore open = CentralStore.open(config, InstantSource.system())) {
        open.datasets().ensure(dataset());
      }
      bare = Math.min(bare, timed(() -> bare(url, sqlite, rows)));
      clear(url, sqlite);
      try (CentralStore open = CentralStore.open(config, InstantSource.system())) {
        Dataset dataset = open.datasets().ensure(dataset());
        store = Math.min(store, timed(() -> throughStore(open, dataset, rows)));
        again = Math.min(again, timed(() -> throughStore(open, dataset, rows)));
      }
      clear(url, sqlite);
    }
    System.out.printf(
        "%s, %,d rows of 12 columns: bare %,.0f rows/s, store %,.0f rows/s = %.0f %%, unchanged"
            + " again %,.0f rows/s%n",
        sqlite ? "SQLite" : "PostgreSQL",
        rows,
        rows / bare,
        rows / store,
        100 * bare / store,
        rows / again);
    System.exit(0);
  }

  private static void throughStore(CentralStore store, Dataset dataset, int rows) {
    RowLineage lineage = RowLineage.of("s1", "dc1", "r1", Instant.now());
    for (int from = 0; from < rows; from += BATCH) {
      List<Object[]> batch = batch(from);
      store.write(transaction -> {
        DatasetWriter writer = transaction.writer(dataset, lineage);
        for (Object[] row : batch) {
          writer.add(row);
        }
        transaction.append("batch.stored", "s1", java.util.Map.of("rows", batch.size()));
        return writer.flush();
      });
    }
  }

  private static void bare(String url, boolean sqlite, int rows) throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      if (sqlite) {
        bareSqlite(connection, rows);
      } else {
        barePostgres(connection, rows);
      }
    }
  }

  private static void bareSqlite(Connection connection, int rows) throws SQLException {
    execute(connection, "PRAGMA journal_mode=WAL");
    execute(connection, "PRAGMA synchronous=NORMAL");
    connection.setAutoCommit(false);
    String set =
        java.util.Arrays.stream(COLUMNS.split(", "))
            .skip(1)
            .map(name -> name + " = excluded." + name)
            .collect(java.util.stream.Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO payments (source_id, data_center_id, run_id, ingested_at, changed_at, "
                + COLUMNS
                + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (source_id, id) DO"
                + " UPDATE SET "
                + set
                + ", run_id = excluded.run_id, changed_at = excluded.changed_at")) {
      for (int from = 0; from < rows; from += BATCH) {
        for (Object[] row : batch(from)) {
          insert.setString(1, "s1");
          insert.setString(2, "dc1");
          insert.setString(3, "r1");
          insert.setString(4, "2026-11-21T12:00:00.000000Z");
          insert.setString(5, "2026-11-21T12:00:00.000000Z");
          insert.setString(6, (String) row[0]);
          insert.setString(7, (String) row[1]);
          insert.setString(8, row[2].toString());
          insert.setDouble(9, ((BigDecimal) row[3]).doubleValue());
          for (int column = 4; column < 9; column++) {
            insert.setString(column + 6, (String) row[column]);
          }
          insert.setInt(15, (Boolean) row[9] ? 1 : 0);
          insert.setLong(16, (Long) row[10]);
          insert.setString(17, (String) row[11]);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
  }

  private static void barePostgres(Connection connection, int rows) throws Exception {
    execute(
        connection,
        "CREATE TEMP TABLE bare (id text, user_id text, at timestamptz, amount numeric, currency"
            + " text, merchant text, country text, city text, channel text, card_present boolean,"
            + " score bigint, note text)");
    connection.setAutoCommit(false);
    String set =
        java.util.Arrays.stream(COLUMNS.split(", "))
            .skip(1)
            .map(name -> name + " = excluded." + name)
            .collect(java.util.stream.Collectors.joining(", "));
    for (int from = 0; from < rows; from += BATCH) {
      CopyIn copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bare FROM STDIN");
      StringBuilder text = new StringBuilder(1 << 20);
      for (Object[] row : batch(from)) {
        for (int column = 0; column < row.length; column++) {
          text.append(column == 0 ? "" : "\t").append(row[column]);
        }
        text.append('\n');
      }
      byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
      execute(
          connection,
          "INSERT INTO payments (source_id, data_center_id, run_id, ingested_at, changed_at, "
              + COLUMNS
              + ") SELECT 's1', 'dc1', 'r1', now(), now(), * FROM bare ON CONFLICT (source_id, id)"
              + " DO UPDATE SET "
              + set);
      execute(connection, "TRUNCATE bare");
      connection.commit();
    }
  }

  private static List<Object[]> batch(int from) {
    List<Object[]> rows = new ArrayList<>(BATCH);
    for (int index = from; index < from + BATCH; index++) {
      int mixed = index * 0x9E3779B1 >>> 1;
      rows.add(
          new Object[] {
            "t" + index,
            "u" + mixed % 50_000,
            Instant.ofEpochSecond(1_790_000_000L + index, mixed % 1_000 * 1_000_000L),
            BigDecimal.valueOf(mixed % 1_000_000, 2),
            "EUR",
            "merchant " + mixed % 3_000,
            "DE",
            "Frankfurt am Main",
            mixed % 2 == 0 ? "web" : "mobile",
            mixed % 3 == 0,
            (long) mixed % 100,
            "payment for order " + index
          });
    }
    return rows;
  }

  private static Dataset dataset() {
    return Dataset.builder("payments")
        .column(Column.of("id", ColumnType.TEXT))
        .column(Column.of("user_id", ColumnType.TEXT))
        .column(Column.of("at", ColumnType.TIMESTAMP))
        .column(Column.of("amount", ColumnType.DECIMAL))
        .column(Column.of("currency", ColumnType.TEXT))
        .column(Column.of("merchant", ColumnType.TEXT))
        .column(Column.of("country", ColumnType.TEXT))
        .column(Column.of("city", ColumnType.TEXT))
        .column(Column.of("channel", ColumnType.TEXT))
        .column(Column.of("card_present", ColumnType.BOOLEAN))
        .column(Column.of("score", ColumnType.INTEGER))
        .column(Column.of("note", ColumnType.TEXT))
        .key(List.of("id"))
        .build();
  }

  private static void clear(String url, boolean sqlite) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection, sqlite ? "DELETE FROM payments" : "TRUNCATE payments");
      execute(connection, "VACUUM");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static double timed(Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  private interface Work {
    void run() throws Exception;
  }
}
