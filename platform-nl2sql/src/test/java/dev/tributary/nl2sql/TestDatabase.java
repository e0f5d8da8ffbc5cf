package dev.tributary.nl2sql;

import dev.tributary.testkit.MariaServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * An empty database of its own on a real server, with a user who may do everything there. The
 * servers are started once for all tests of a JVM and end with it.
 *
 * @param dialect the server's SQL
 * @param connections connections of that user
 */
record TestDatabase(SqlDialect dialect, DataSource connections) {

  static TestDatabase postgres(String name) throws SQLException {
    EmbeddedPostgres server = Postgres.SERVER;
    execute(
        server.getPostgresDatabase(),
        List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name));
    return new TestDatabase(SqlDialect.POSTGRESQL, server.getDatabase("postgres", name));
  }

  /** Connections to such a database of another user. */
  static DataSource postgres(String name, String user) {
    return Postgres.SERVER.getDatabase(user, name);
  }

  static TestDatabase maria(String name) throws SQLException {
    MariaServer server = MariaServer.instance();
    execute(
        new MariaDbDataSource(server.url(MariaServer.DATABASE)),
        List.of("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name));
    return new TestDatabase(SqlDialect.MYSQL, new MariaDbDataSource(server.url(name)));
  }

  static TestDatabase sqlite(Path file) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + file);
    return new TestDatabase(SqlDialect.SQLITE, database);
  }

  Connection connect() throws SQLException {
    return connections.getConnection();
  }

  void execute(String... statements) throws SQLException {
    execute(connections, List.of(statements));
  }

  /** The first column of a query. */
  static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static void execute(DataSource connections, List<String> statements) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
