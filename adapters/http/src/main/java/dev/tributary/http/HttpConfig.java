package dev.tributary.http;

import java.time.Duration;
import java.util.List;

/** Settings of the HTTP interface. Immutable. */
public final class HttpConfig {
  private final long mostBodyBytes;
  private final List<String> corsOrigins;
  private final Duration heartbeat;
  private final int mostStreams;
  private final Duration stallLimit;

  private HttpConfig(Builder builder) {
    this.mostBodyBytes = builder.mostBodyBytes;
    this.corsOrigins = List.copyOf(builder.corsOrigins);
    this.heartbeat = builder.heartbeat;
    this.mostStreams = builder.mostStreams;
    this.stallLimit = builder.stallLimit;
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
   * The largest body that is read, in bytes. Default 1 GiB.
   *
   * @return at least 1
   */
  public long mostBodyBytes() {
    return mostBodyBytes;
  }

  /**
   * The origins whose web pages may call. Default none but the server's own.
   *
   * @return such as {@code https://example.org}; a star stands for all
   */
  public List<String> corsOrigins() {
    return corsOrigins;
  }

  /**
   * How long an event stream is silent before it shows that it is alive. Default 15 seconds.
   *
   * @return more than zero
   */
  public Duration heartbeat() {
    return heartbeat;
  }

  /**
   * How many event streams may be open at once. Default 1000.
   *
   * @return at least 1
   */
  public int mostStreams() {
    return mostStreams;
  }

  /**
   * How long the client of an event stream may take nothing of what is sent before its connection
   * is ended. Default 1 minute.
   *
   * @return more than zero
   */
  public Duration stallLimit() {
    return stallLimit;
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private long mostBodyBytes = 1L << 30;
    private List<String> corsOrigins = List.of();
    private Duration heartbeat = Duration.ofSeconds(15);
    private int mostStreams = 1000;
    private Duration stallLimit = Duration.ofMinutes(1);

    private Builder() {}

    /**
     * Sets the largest body that is read. Default 1 GiB.
     *
     * @param bytes at least 1
     * @return this builder
     */
    public Builder mostBodyBytes(long bytes) {
      this.mostBodyBytes = bytes;
      return this;
    }

    /**
     * Sets the origins whose web pages may call. Default none but the server's own.
     *
     * @param origins such as {@code https://example.org}; a star stands for all
     * @return this builder
     */
    public Builder corsOrigins(List<String> origins) {
      this.corsOrigins = origins;
      return this;
    }

    /**
     * Sets how long an event stream is silent before it shows that it is alive. Default 15 seconds.
     *
     * @param pause more than zero
     * @return this builder
     */
    public Builder heartbeat(Duration pause) {
      this.heartbeat = pause;
      return this;
    }

    /**
     * Sets how many event streams may be open at once. Default 1000.
     *
     * @param streams at least 1
     * @return this builder
     */
    public Builder mostStreams(int streams) {
      this.mostStreams = streams;
      return this;
    }

    /**
     * Sets how long the client of an event stream may take nothing. Default 1 minute.
     *
     * @param limit more than zero
     * @return this builder
     */
    public Builder stallLimit(Duration limit) {
      this.stallLimit = limit;
      return this;
    }

    /**
     * Makes the settings.
     *
     * @return the settings
     * @throws IllegalArgumentException if one is out of its range
     */
    public HttpConfig build() {
      require(mostBodyBytes >= 1, "the largest body must have at least 1 byte");
      require(heartbeat.isPositive(), "the heartbeat must be longer than zero");
      require(stallLimit.isPositive(), "the stall limit must be longer than zero");
      require(mostStreams >= 1, "at least 1 event stream must be allowed");
      return new HttpConfig(this);
    }

    private static void require(boolean holds, String problem) {
      if (!holds) {
        throw new IllegalArgumentException(problem);
      }
    }
  }
}
