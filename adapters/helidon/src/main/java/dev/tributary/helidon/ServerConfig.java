package dev.tributary.helidon;

import dev.tributary.api.settings.Settings;
import dev.tributary.http.HttpConfig;
import java.time.Duration;

/** Settings of the server. Immutable. */
public final class ServerConfig {
  private static final long MOST_PORT = 65_535;

  private final String host;
  private final int port;
  private final Duration shutdownGrace;
  private final HttpConfig http;

  private ServerConfig(Builder builder) {
    this.host = builder.host;
    this.port = builder.port;
    this.shutdownGrace = builder.shutdownGrace;
    this.http = builder.http;
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads the section {@code server} of a configuration: {@code host}, {@code port}, {@code
   * max_body}, {@code cors.origins}, {@code shutdown_grace}. Faults are noted in the section.
   *
   * @param server the section, empty for the defaults
   * @return a builder, so that the command line can go before the file
   */
  public static Builder from(Settings server) {
    HttpConfig.Builder http = HttpConfig.builder();
    long mostBytes = server.bytes("max_body", HttpConfig.builder().build().mostBodyBytes());
    if (mostBytes < 1) {
      server.note("max_body", "is " + mostBytes, "give a size of at least 1 byte, such as 1GiB");
    } else {
      http.mostBodyBytes(mostBytes);
    }
    http.corsOrigins(server.section("cors").texts("origins"));
    Builder defaults = builder();
    return defaults
        .host(server.text("host", defaults.host))
        .port((int) server.integer("port", defaults.port, 0, MOST_PORT))
        .shutdownGrace(server.duration("shutdown_grace", defaults.shutdownGrace))
        .http(http.build());
  }

  /**
   * The address to listen on. Default {@code 127.0.0.1}: this machine only.
   *
   * @return a host name or address
   */
  public String host() {
    return host;
  }

  /**
   * The port to listen on. Default 8080.
   *
   * @return from 0 to 65535, 0 for any free port
   */
  public int port() {
    return port;
  }

  /**
   * How long requests in flight may take to finish when the server closes. Default 10 seconds.
   *
   * @return zero or more
   */
  public Duration shutdownGrace() {
    return shutdownGrace;
  }

  /**
   * Settings of the HTTP interface.
   *
   * @return the settings
   */
  public HttpConfig http() {
    return http;
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port = 8080;
    private Duration shutdownGrace = Duration.ofSeconds(10);
    private HttpConfig http = HttpConfig.builder().build();

    private Builder() {}

    /**
     * Sets the address to listen on. Default {@code 127.0.0.1}.
     *
     * @param value a host name or address; {@code 0.0.0.0} for all of this machine's
     * @return this builder
     */
    public Builder host(String value) {
      this.host = value;
      return this;
    }

    /**
     * Sets the port to listen on. Default 8080.
     *
     * @param value from 0 to 65535, 0 for any free port
     * @return this builder
     */
    public Builder port(int value) {
      this.port = value;
      return this;
    }

    /**
     * Sets how long requests in flight may take to finish when the server closes. Default 10
     * seconds.
     *
     * @param value zero or more
     * @return this builder
     */
    public Builder shutdownGrace(Duration value) {
      this.shutdownGrace = value;
      return this;
    }

    /**
     * Sets the settings of the HTTP interface. Default all its defaults.
     *
     * @param value the settings
     * @return this builder
     */
    public Builder http(HttpConfig value) {
      this.http = value;
      return this;
    }

    /**
     * Makes the settings.
     *
     * @return the settings
     * @throws IllegalArgumentException if one is out of its range
     */
    public ServerConfig build() {
      if (port < 0 || port > MOST_PORT) {
        throw new IllegalArgumentException("port " + port + " is not from 0 to " + MOST_PORT);
      }
      if (shutdownGrace.isNegative()) {
        throw new IllegalArgumentException("the shutdown grace is negative");
      }
      return new ServerConfig(this);
    }
  }
}
