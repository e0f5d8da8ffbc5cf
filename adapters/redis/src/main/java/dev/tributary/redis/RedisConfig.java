package dev.tributary.redis;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/** Where a Redis or Valkey server is, and how to reach it. Immutable. */
public final class RedisConfig {
  /** The port unless another one is given: {@value}. */
  public static final int PORT = 6379;

  /** What the names of keys begin with unless something else is given: {@value}. */
  public static final String PREFIX = "tributary:";

  /** How long to wait for the server unless something else is given: 1 second. */
  public static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static final int MOST_DATABASES = 1_000_000;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  private final Builder settings;

  private RedisConfig(Builder settings) {
    this.settings = settings;
  }

  /**
   * Begins a configuration.
   *
   * @param host the name or address of the server
   * @return a builder
   */
  public static Builder builder(String host) {
    return new Builder(host);
  }

  /**
   * Reads the {@code redis} section of a configuration file: {@code host}, {@code port} (default
   * {@value #PORT}), {@code user}, {@code password}, {@code tls} (default false), {@code database}
   * (default 0), {@code prefix} (default {@value #PREFIX}) and {@code timeout} (default 1s).
   *
   * @param section the section
   * @return the configuration; empty if the section is, or something is wrong, which is noted in
   *     the settings then
   */
  public static Optional<RedisConfig> read(Settings section) {
    if (section.keys().isEmpty()) {
      return Optional.empty();
    }
    Builder builder =
        builder(section.requiredText("host"))
            .port((int) section.integer("port", PORT, 1, 65_535))
            .user(section.text("user", ""))
            .password(section.secret("password").orElse(Secret.of("")))
            .tls(section.flag("tls", false))
            .database((int) section.integer("database", 0, 0, MOST_DATABASES))
            .prefix(section.text("prefix", PREFIX))
            .timeout(section.duration("timeout", TIMEOUT));
    try {
      return Optional.of(builder.build());
    } catch (IllegalArgumentException wrong) {
      section.note("host", "cannot be used", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  String host() {
    return settings.host;
  }

  int port() {
    return settings.port;
  }

  String user() {
    return settings.user;
  }

  Secret password() {
    return settings.password;
  }

  boolean tls() {
    return settings.tls;
  }

  int database() {
    return settings.database;
  }

  String prefix() {
    return settings.prefix;
  }

  int timeoutMillis() {
    return (int) settings.timeout.toMillis();
  }

  /** Makes configurations. Not thread-safe. */
  public static final class Builder {
    private final String host;
    private int port = PORT;
    private String user = "";
    private Secret password = Secret.of("");
    private boolean tls;
    private int database;
    private String prefix = PREFIX;
    private Duration timeout = TIMEOUT;

    private Builder(String host) {
      this.host = host;
    }

    private Builder(Builder other) {
      host = other.host;
      port = other.port;
      user = other.user;
      password = other.password;
      tls = other.tls;
      database = other.database;
      prefix = other.prefix;
      timeout = other.timeout;
    }

    /**
     * Sets the port.
     *
     * @param value from 1 to 65535; default {@value RedisConfig#PORT}
     * @return this
     */
    public Builder port(int value) {
      this.port = value;
      return this;
    }

    /**
     * Sets the user.
     *
     * @param value the name; default none, which is the server's own default user
     * @return this
     */
    public Builder user(String value) {
      this.user = value;
      return this;
    }

    /**
     * Sets the password.
     *
     * @param value the password; default none
     * @return this
     */
    public Builder password(Secret value) {
      this.password = value;
      return this;
    }

    /**
     * Sets whether the connection is encrypted; certificates are checked against those that the
     * Java runtime trusts.
     *
     * @param value default false
     * @return this
     */
    public Builder tls(boolean value) {
      this.tls = value;
      return this;
    }

    /**
     * Sets the number of the database.
     *
     * @param value default 0
     * @return this
     */
    public Builder database(int value) {
      this.database = value;
      return this;
    }

    /**
     * Sets what the names of keys begin with, so that several platforms can share a server.
     *
     * @param value default {@value RedisConfig#PREFIX}
     * @return this
     */
    public Builder prefix(String value) {
      this.prefix = value;
      return this;
    }

    /**
     * Sets how long to wait for a connection, and for an answer.
     *
     * @param value up to 5 minutes; default 1 second
     * @return this
     */
    public Builder timeout(Duration value) {
      this.timeout = value;
      return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     * @throws IllegalArgumentException if a value is missing or out of range; the message names it
     */
    public RedisConfig build() {
      require(!host.isBlank(), "redis needs a host, such as localhost");
      require(port >= 1 && port <= 65_535, "redis port " + port + ": choose 1 to 65535");
      require(database >= 0, "redis database " + database + ": choose 0 or above");
      require(
          timeout.toMillis() >= 1 && timeout.compareTo(LONGEST_TIMEOUT) <= 0,
          "redis timeout " + timeout + ": choose 1 ms to " + LONGEST_TIMEOUT.toMinutes() + " min");
      return new RedisConfig(new Builder(this));
    }

    private static void require(boolean fits, String fault) {
      if (!fits) {
        throw new IllegalArgumentException(fault);
      }
    }
  }
}
