package dev.tributary.core;

import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    /** The file, as messages name it. */
    @Override
    public String toString() {
      return file.toString();
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

    /** The address, as messages name it. */
    @Override
    public String toString() {
      return (engine == StoreEngine.MYSQL ? "mysql" : "postgresql") + "://" + address;
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
  record Address(String host, int port, String database) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_$-]+");

    /** Checks that nothing but an address can be meant. */
    public Address {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException("host '" + host + "': use a host name or an address");
      }
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + ": use a port from 1 to 65535");
      }
      if (!DATABASE.matcher(database).matches()) {
        throw new IllegalArgumentException(
            "database '" + database + "': use letters, digits, '_', '$' and '-'");
      }
    }

    @Override
    public String toString() {
      return host + ":" + port + "/" + database;
    }
  }

  /**
   * Connections and driver options.
   *
   * @param connections the most connections for writing, and as many for reading; default 10
   * @param options driver options by name, from the allow-list of the engine; default none
   */
  record Tuning(int connections, Map<String, String> options) {
    /** The driver options that may be set; the others could read files or run code. */
    public static final Set<String> ALLOWED =
        Set.of(
            "ApplicationName",
            "connectTimeout",
            "currentSchema",
            "loginTimeout",
            "serverSslCert",
            "socketTimeout",
            "sslMode",
            "sslmode",
            "sslrootcert",
            "tcpKeepAlive");

    static final Tuning DEFAULT = new Tuning(10, Map.of());

    /** Checks the number and copies the options. */
    public Tuning {
      if (connections < 1) {
        throw new IllegalArgumentException(
            connections + " connections: a store needs at least one");
      }
      for (String option : options.keySet()) {
        if (!ALLOWED.contains(option)) {
          throw new IllegalArgumentException(
              "driver option '"
                  + option
                  + "' is not allowed; "
                  + NearestName.of(option, ALLOWED)
                      .map(nearest -> "did you mean '" + nearest + "'?")
                      .orElse("allowed are " + new TreeSet<>(ALLOWED)));
        }
      }
      options = Map.copyOf(options);
    }
  }
}
