package dev.tributary.nl2sql;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A small shop in a SQLite file. */
final class Shop {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SQLiteDataSource connections = new SQLiteDataSource();

  Shop(Path folder) {
    connections.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
    change("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, country TEXT)");
    change(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, "
            + "amount NUMERIC, ordered_at TEXT)");
    change("INSERT INTO customers VALUES (1, 'Ada', 'DE'), (2, 'Bo', 'SE'), (3, 'Cy', 'DE')");
    change(
        "INSERT INTO orders VALUES (1, 1, 10, '2026-01-02'), (2, 1, 5, '2026-02-03'), "
            + "(3, 2, 7, '2026-02-04')");
  }

  DataSource connections() {
    return connections;
  }

  Nl2Sql.Builder engine() {
    return Nl2Sql.builder(SqlDialect.SQLITE, connections, Shop::schema).clock(() -> NOON);
  }

  void change(String sql) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Everything there is, as text. */
  String contents() {
    StringBuilder all = new StringBuilder();
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "SELECT group_concat(name || sql) FROM sqlite_master",
              "SELECT group_concat(id || name || country) FROM customers",
              "SELECT group_concat(id || customer_id || amount || ordered_at) FROM orders")) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          all.append(rows.next() ? rows.getString(1) : "").append('\n');
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all.toString();
  }

  static DataSchema schema() {
    DataTable customers =
        new DataTable(
            "customers",
            "people who buy",
            List.of("clients"),
            List.of(
                column("id", Kind.NUMBER, "INTEGER"),
                column("name", Kind.TEXT, "TEXT"),
                new DataColumn(
                    "country",
                    Kind.TEXT,
                    "TEXT",
                    "where they live",
                    "",
                    List.of("nation"),
                    new DataColumn.Profile(2, 0, "DE", "SE", List.of("DE", "SE")))),
            List.of("id"),
            List.of(),
            3);
    DataTable orders =
        new DataTable(
            "orders",
            "",
            List.of(),
            List.of(
                column("id", Kind.NUMBER, "INTEGER"),
                column("customer_id", Kind.NUMBER, "INTEGER"),
                new DataColumn(
                    "amount",
                    Kind.NUMBER,
                    "NUMERIC",
                    "",
                    "EUR",
                    List.of(),
                    new DataColumn.Profile(3, 0, "5", "10", List.of("10", "5", "7"))),
                column("ordered_at", Kind.DATE, "TEXT")),
            List.of("id"),
            List.of(
                new DataTable.ForeignKey(List.of("customer_id"), "customers", List.of("id"), true)),
            3);
    return new DataSchema(List.of(customers, orders), "1", NOON);
  }

  private static DataColumn column(String name, Kind kind, String type) {
    return new DataColumn(name, kind, type, "", "", List.of(), DataColumn.Profile.UNKNOWN);
  }
}
