package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Where the central store is. Immutable. */
public sealed interface StoreConfig {

  /**
   * A SQLite file.
   *
   * @param file the file; it and its folder are created when missing
   * @return the configuration
   */
  static StoreConfig sqlite(Path file) {
    return new Sqlite(file);
  }

  /**
   * A database on a PostgreSQL server.
   *
   * @param host name or address of the server
   * @param port its port
   * @param database the database; it must exist
   * @param user who to connect as; may create tables in it
   * @param password the user's password
   * @return the configuration, with ten connections and no driver options
   */
  static Server postgresql(String host, int port, String database, String user, Secret password) {
    return new Server(
        StoreEngine.POSTGRESQL, new Address(host, port, database), user, password, Tuning.DEFAULT);
  }

  /**
   * A database on a MariaDB or MySQL server.
   *
   * @param host name or address of the server
   * @param port its port
   * @param database the database; it must exist
   * @param user who to connect as; may create tables in it
   * @param password the user's password
   * @return the configuration, with ten connections and no driver options
   */
  static Server mysql(String host, int port, String database, String user, Secret password) {
    return new Server(
        StoreEngine.MYSQL, new Address(host, port, database), user, password, Tuning.DEFAULT);
  }

  /**
   * The engine it is for.
   *
   * @return the engine
   */
  StoreEngine engine();

  /**
   * A SQLite file.
   *
   * @param file the file
   */
  record Sqlite(Path file) implements StoreConfig {
    /** Makes the path absolute. */
    public Sqlite {
      file = file.toAbsolutePath().normalize();
    }

    @Override
    public StoreEngine engine() {
      return StoreEngine.SQLITE;
    }
  }

  /**
   * A database on a server.
   *
   * @param engine the kind of server
   * @param address where it is
   * @param user who to connect as
   * @param password the user's password
   * @param tuning connections and driver options
   */
  record Server(StoreEngine engine, Address address, String user, Secret password, Tuning tuning)
      implements StoreConfig {
    /** Checks that nothing is missing. */
    public Server {
      Objects.requireNonNull(engine, "engine");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
      Objects.requireNonNull(tuning, "tuning");
    }

    /**
     * The same database with another tuning.
     *
     * @param other connections and driver options
     * @return a new configuration
     */
    public Server with(Tuning other) {
      return new Server(engine, address, user, password, other);
    }
  }

  /**
   * A database on a server.
   *
   * @param host name or address of the server
   * @param port its port
   * @param database the database
   */
  record Address(String host, int port, String database) {}

  /**
   * Connections and driver options.
   *
   * @param connections the most connections for writing, and as many for reading; default 10
   * @param options driver options by name, from the allow-list of the engine; default none
   */
  record Tuning(int connections, Map<String, String> options) {
    static final Tuning DEFAULT = new Tuning(10, Map.of());

    /** Checks the number and copies the options. */
    public Tuning {
      if (connections < 1) {
        throw new IllegalArgumentException(
            connections + " connections: a store needs at least one");
      }
      options = Map.copyOf(options);
    }
  }
}
