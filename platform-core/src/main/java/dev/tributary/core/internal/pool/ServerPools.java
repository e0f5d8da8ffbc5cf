package dev.tributary.core.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tributary.api.settings.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a server: as many for reading as for writing. */
public final class ServerPools {
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final int MOST_GUESTS = 8;

  private ServerPools() {}

  /**
   * Opens pools on PostgreSQL.
   *
   * @param login where to
   * @param connections the size of each pool
   * @param prepare brings the schema up to date, on connections of its own
   * @return the pools
   * @throws SQLException if the server cannot be used
   */
  public static Pools postgresql(Login login, int connections, Preparation prepare)
      throws SQLException {
    Map<String, String> options =
        merged(
            Map.of(
                "ApplicationName", "tributary",
                "connectTimeout", "10",
                "tcpKeepAlive", "true",
                "options", "-c TimeZone=UTC"),
            login.options());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {login.host()});
    source.setPortNumbers(new int[] {login.port()});
    source.setDatabaseName(login.database());
    source.setUser(login.user());
    source.setPassword(login.password().reveal());
    for (var option : options.entrySet()) {
      source.setProperty(option.getKey(), option.getValue());
    }
    return open(
        source,
        connections,
        prepare,
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  }

  /**
   * Opens pools on MariaDB or MySQL.
   *
   * @param login where to
   * @param connections the size of each pool
   * @param prepare brings the schema up to date, on connections of its own
   * @return the pools
   * @throws SQLException if the server cannot be used
   */
  public static Pools mysql(Login login, int connections, Preparation prepare) throws SQLException {
    Map<String, String> options =
        merged(Map.of("connectTimeout", "10000", "tcpKeepAlive", "true"), login.options());
    String query =
        options.entrySet().stream()
            .map(option ->
                option.getKey()
                    + "="
                    + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    MariaDbDataSource source =
        new MariaDbDataSource(
            "jdbc:mariadb://"
                + login.host()
                + ":"
                + login.port()
                + "/"
                + login.database()
                + "?"
                + query);
    source.setUser(login.user());
    source.setPassword(login.password().reveal());
    // Strict: a value that does not fit is an error, not a warning that nobody reads.
    String strict =
        "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES'), time_zone = '+00:00',"
            + " SESSION ";
    return open(
        source,
        connections,
        prepare,
        strict + "tx_isolation = 'READ-COMMITTED'",
        strict + "tx_isolation = 'REPEATABLE-READ', SESSION tx_read_only = 1");
  }

  private static Pools open(
      DataSource source, int connections, Preparation prepare, String writing, String reading)
      throws SQLException {
    // One connection by hand first: its failure tells more than that of a pool.
    try (Connection probe = source.getConnection()) {
      prepare.prepare(source, probe);
    }
    HikariDataSource writers = new HikariDataSource(pool("writer", source, connections, writing));
    try {
      return new Pools(
          writers,
          new HikariDataSource(pool("reader", source, connections, reading)),
          new HikariDataSource(guests(source, connections, reading)),
          () -> {});
    } catch (RuntimeException failed) {
      writers.close();
      throw failed;
    }
  }

  private static HikariConfig guests(DataSource source, int connections, String reading) {
    HikariConfig pool = pool("guest", source, Math.min(connections, MOST_GUESTS), reading);
    pool.setAutoCommit(true);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  private static HikariConfig pool(String name, DataSource source, int size, String first) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("tributary-" + name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(WAIT.toMillis());
    pool.setConnectionInitSql(first);
    // Without this the first rollback would take back what the statement above has set.
    pool.setIsolateInternalQueries(true);
    return pool;
  }

  private static Map<String, String> merged(Map<String, String> ours, Map<String, String> theirs) {
    Map<String, String> all = new TreeMap<>(ours);
    all.putAll(theirs);
    return all;
  }

  /** Brings the schema up to date. */
  @FunctionalInterface
  public interface Preparation {
    /**
     * Prepares.
     *
     * @param source gives connections
     * @param probe a connection that works
     * @throws SQLException if the server refuses
     */
    void prepare(DataSource source, Connection probe) throws SQLException;
  }

  /**
   * How to get to a database on a server.
   *
   * @param host name or address
   * @param port its port
   * @param database the database
   * @param user who to connect as
   * @param password the user's password
   * @param options driver options
   */
  public record Login(
      String host,
      int port,
      String database,
      String user,
      Secret password,
      Map<String, String> options) {}
}
