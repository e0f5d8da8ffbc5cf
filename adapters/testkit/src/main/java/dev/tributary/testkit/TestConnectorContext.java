package dev.tributary.testkit;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a platform would lend a connector, under a test's control: pauses return at once, move the
 * clock and are remembered; hosts and folders are allowed unless the test denies them. {@link
 * #settings()} belongs to one thread, everything else is thread-safe.
 */
public final class TestConnectorContext implements ConnectorContext {
  private final String sourceId;
  private final Settings settings;
  private final TestClock clock;
  private final List<Path> roots;
  private final Map<String, AtomicInteger> checksLeft = new ConcurrentHashMap<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private TestConnectorContext(Builder builder) {
    this.sourceId = builder.sourceId;
    this.clock = builder.clock;
    this.roots = List.copyOf(builder.roots);
    builder.denied.forEach((host, checks) -> checksLeft.put(host, new AtomicInteger(checks)));
    Map<String, String> secrets = Map.copyOf(builder.secrets);
    this.settings =
        Settings.of("settings", builder.settings, reference -> resolve(secrets, reference));
  }

  /**
   * A context with these settings and nothing else.
   *
   * @param settings plain values, as a configuration file holds them
   * @return the context
   */
  public static TestConnectorContext of(Map<String, ?> settings) {
    return builder().settings(settings).build();
  }

  /**
   * Starts a context.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String sourceId() {
    return sourceId;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped while pausing");
    }
    pauses.add(duration);
    clock.advance(duration);
  }

  /**
   * The pauses that were asked for.
   *
   * @return the durations in order
   */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  @Override
  public Path file(String path) {
    Path absolute = Path.of(path).toAbsolutePath().normalize();
    if (!roots.isEmpty() && roots.stream().noneMatch(absolute::startsWith)) {
      throw new ConnectorException(
          ConnectorError.DENIED, "file '" + path + "' is outside of " + roots + "; move it there");
    }
    return absolute;
  }

  @Override
  public void requireAllowed(String host) {
    AtomicInteger left = checksLeft.get(host);
    if (left != null && left.getAndDecrement() <= 0) {
      throw new ConnectorException(
          ConnectorError.DENIED, "host '" + host + "' is denied; add it to network.allow");
    }
  }

  private static Secret resolve(Map<String, String> secrets, String reference) {
    String value = secrets.get(reference);
    if (value == null) {
      throw new PlatformException(
          PlatformError.SECRET_UNAVAILABLE, "there is no secret '" + reference + "'");
    }
    return Secret.of(value);
  }

  /** Collects what a context offers. Not thread-safe. */
  public static final class Builder {
    private String sourceId = "test-source";
    private Map<String, ?> settings = Map.of();
    private TestClock clock = TestClock.create();
    private final List<Path> roots = new ArrayList<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Integer> denied = new HashMap<>();

    private Builder() {}

    /**
     * Sets the source's id. Default {@code test-source}.
     *
     * @param value the id
     * @return this builder
     */
    public Builder sourceId(String value) {
      this.sourceId = value;
      return this;
    }

    /**
     * Sets the settings. Default none.
     *
     * @param values plain values, as a configuration file holds them
     * @return this builder
     */
    public Builder settings(Map<String, ?> values) {
      this.settings = values;
      return this;
    }

    /**
     * Sets the clock. Default {@link TestClock#create()}.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(TestClock value) {
      this.clock = value;
      return this;
    }

    /**
     * Adds a folder below which files may be read. By default all may.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder root(Path folder) {
      roots.add(folder.toAbsolutePath().normalize());
      return this;
    }

    /**
     * Adds secrets. Default none.
     *
     * @param values value by whole reference, such as {@code env:TOKEN}
     * @return this builder
     */
    public Builder secrets(Map<String, String> values) {
      secrets.putAll(values);
      return this;
    }

    /**
     * Denies a host. By default all are allowed.
     *
     * @param host the host, as the connector names it
     * @return this builder
     */
    public Builder deny(String host) {
      return denyAfter(host, 0);
    }

    /**
     * Denies a host once it was allowed some times, as when a name server changes its answer.
     *
     * @param host its name
     * @param checks how often it is allowed first
     * @return this builder
     */
    public Builder denyAfter(String host, int checks) {
      denied.put(host, checks);
      return this;
    }

    /**
     * Makes the context.
     *
     * @return the context
     */
    public TestConnectorContext build() {
      return new TestConnectorContext(this);
    }
  }
}
