package dev.tributary.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tasks of a scheduler and how it works. Immutable. */
public final class SchedulerConfig {
  private final Map<String, ScheduledWork> tasks;
  private final int threads;
  private final Duration poll;
  private final Duration heartbeat;
  private final Duration drain;

  private SchedulerConfig(Builder builder) {
    this.tasks = Map.copyOf(builder.tasks);
    this.threads = builder.threads;
    this.poll = builder.poll;
    this.heartbeat = builder.heartbeat;
    this.drain = builder.drain;
  }

  /**
   * Starts a configuration.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  Map<String, ScheduledWork> tasks() {
    return tasks;
  }

  int threads() {
    return threads;
  }

  Duration poll() {
    return poll;
  }

  Duration heartbeat() {
    return heartbeat;
  }

  Duration drain() {
    return drain;
  }

  /** Collects tasks and settings. Not thread-safe. */
  public static final class Builder {
    private final Map<String, ScheduledWork> tasks = new LinkedHashMap<>();
    private int threads = 64;
    private Duration poll = Duration.ofSeconds(1);
    private Duration heartbeat = Duration.ofSeconds(15);
    private Duration drain = Duration.ofSeconds(30);

    private Builder() {}

    /**
     * Adds a task.
     *
     * @param name its name, the same on every node
     * @param work what it does
     * @return this builder
     */
    public Builder task(String name, ScheduledWork work) {
      if (tasks.putIfAbsent(name, work) != null) {
        throw new IllegalArgumentException("task '" + name + "' is there already");
      }
      return this;
    }

    /**
     * Sets how many runs go on at once on this node. Default 64.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder threads(int value) {
      this.threads = value;
      return this;
    }

    /**
     * Sets how often the store is asked for work that is due. Default 1 second.
     *
     * @param value the interval
     * @return this builder
     */
    public Builder poll(Duration value) {
      this.poll = value;
      return this;
    }

    /**
     * Sets how often a node says that it is alive. Its work is taken over after four intervals
     * without a sign. Default 15 seconds.
     *
     * @param value the interval
     * @return this builder
     */
    public Builder heartbeat(Duration value) {
      this.heartbeat = value;
      return this;
    }

    /**
     * Sets how long closing waits for the work in hand. Default 30 seconds.
     *
     * @param value the time
     * @return this builder
     */
    public Builder drain(Duration value) {
      this.drain = value;
      return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     */
    public SchedulerConfig build() {
      return new SchedulerConfig(this);
    }
  }
}
