package dev.tributary.connector.jdbc.internal.connection;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.jdbc.internal.settings.DatabaseConfig;
import dev.tributary.connector.jdbc.internal.settings.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A database, with one connection kept open between readings. Thread-safe; a second reading at the
 * same time gets a connection of its own.
 */
public final class Database implements AutoCloseable {
  private final DatabaseConfig config;
  private final Opener opener;
  private final Consumer<String> requireAllowed;
  private final LongSupplier ticker;
  private final AtomicReference<@Nullable Lease> idle = new AtomicReference<>();

  /**
   * Makes a database without connecting to it.
   *
   * @param config how to reach it
   * @param requireAllowed throws if a host may not be talked to
   * @param ticker nanoseconds that only ever grow
   */
  public Database(DatabaseConfig config, Consumer<String> requireAllowed, LongSupplier ticker) {
    this.config = config;
    this.opener = Opener.of(config);
    this.requireAllowed = requireAllowed;
    this.ticker = ticker;
  }

  /**
   * Lends a connection.
   *
   * @return the connection that was kept, if it still works, or a new one
   * @throws ConnectorException if the database cannot be reached
   */
  public Lease borrow() {
    requireAllowed();
    Lease kept = idle.getAndSet(null);
    if (kept != null) {
      if (kept.usable()) {
        return kept.again();
      }
      kept.end();
    }
    return open();
  }

  /**
   * Puts a failure into words.
   *
   * @param failure what the driver threw
   * @param doing what could not be done, such as {@code read table 'x'}
   * @return an exception that names the database, the fault and the remedy
   */
  public ConnectorException failure(SQLException failure, String doing) {
    boolean stopped = Thread.currentThread().isInterrupted();
    ConnectorError code = stopped ? ConnectorError.STOPPED : opener.codeOf(failure);
    String reason = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    return new ConnectorException(
        code,
        "cannot " + doing + " (" + config.place() + "): " + reason + "; " + remedy(code),
        failure);
  }

  /**
   * What messages call the database.
   *
   * @return the file, or the host, port and database
   */
  public String place() {
    return config.place();
  }

  /**
   * The schema that tables are looked for in unless the settings name one.
   *
   * @return the schema, empty for an engine without schemas
   */
  public String usualSchema() {
    return opener.schema(config);
  }

  @Override
  public void close() {
    Lease kept = idle.getAndSet(null);
    if (kept != null) {
      kept.end();
    }
  }

  void giveBack(Lease lease) {
    Lease other = idle.getAndSet(lease);
    if (other != null) {
      other.end();
    }
  }

  private void requireAllowed() {
    DatabaseConfig.Server server = config.server();
    if (server != null) {
      requireAllowed.accept(server.host());
    }
  }

  /**
   * The driver resolves the host's name once more. What it found is in the Java machine's cache
   * now: a name that was changed between the check and the connection shows in a second check.
   */
  private Connection connect() throws SQLException {
    Connection connection = opener.open(config);
    boolean allowed = false;
    try {
      requireAllowed();
      allowed = true;
      return connection;
    } finally {
      if (!allowed) {
        connection.close();
      }
    }
  }

  private Lease open() {
    try {
      Connection connection = connect();
      Watch watch =
          config.engine() == Engine.SQLITE
              ? Watch.over(connection, config.timeout(), ticker)
              : null;
      return new Lease(this, connection, watch);
    } catch (SQLException failed) {
      throw failure(failed, "connect");
    }
  }

  private String remedy(ConnectorError code) {
    return switch (code) {
      case UNREACHABLE -> "see that the server runs and that host, port and firewall are right";
      case UNAUTHORIZED -> "check user and password, and grant SELECT";
      case MISSING -> "check the names of file, database, schema, table and columns";
      case MALFORMED -> "see that the file is an undamaged SQLite database";
      case STOPPED -> "the run was stopped; the next one goes on";
      default ->
          "the next run tries again; a statement may take "
              + config.timeout().toSeconds()
              + " s (setting timeout), a lock "
              + config.connectTimeout().toSeconds()
              + " s (setting connect_timeout)";
    };
  }
}
