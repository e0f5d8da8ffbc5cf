package dev.tributary.connector.jdbc.internal.settings;

import dev.tributary.api.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database.
 *
 * @param engine which engine it is
 * @param file the file of a SQLite database, null for a server
 * @param server where the server is, null for a file
 * @param options driver options, all of them allowed ones
 * @param timeout how long one statement may take
 * @param connectTimeout how long connecting may take
 */
public record DatabaseConfig(
    Engine engine,
    @Nullable Path file,
    @Nullable Server server,
    Map<String, String> options,
    Duration timeout,
    Duration connectTimeout) {

  /**
   * What messages call the database, without any secret.
   *
   * @return the file, or the host, port and database
   */
  public String place() {
    return server == null ? "SQLite file " + file : engine() + " " + server;
  }

  /**
   * The server.
   *
   * @return where it is
   */
  public Server requiredServer() {
    if (server == null) {
      throw new IllegalStateException("not a server: " + place());
    }
    return server;
  }

  /**
   * A database on a server.
   *
   * @param host the host's name or address
   * @param port the port
   * @param database the database's name
   * @param user the user
   * @param password the password
   */
  public record Server(String host, int port, String database, String user, Secret password) {
    @Override
    public String toString() {
      return host + ":" + port + "/" + database;
    }
  }
}
