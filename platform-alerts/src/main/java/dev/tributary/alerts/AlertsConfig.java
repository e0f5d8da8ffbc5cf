package dev.tributary.alerts;

import dev.tributary.alerts.internal.channel.LogChannel;
import dev.tributary.alerts.internal.channel.SlackChannel;
import dev.tributary.alerts.internal.channel.WebhookChannel;
import dev.tributary.alerts.internal.declare.ChannelDeclaration;
import dev.tributary.alerts.internal.declare.RoutingDeclaration;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.ChannelFactory;
import dev.tributary.api.alert.Inhibition;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is watched, and who is told. Immutable. */
public final class AlertsConfig {
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration SHORTEST_TICK = Duration.ofMillis(100);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final List<AlertRule> rules;
  private final Map<String, NotificationChannel> channels;
  private final List<NotificationRoute> routes;
  private final List<Inhibition> inhibitions;
  private final boolean standardRules;
  private final Duration tick;
  private final Duration ahead;
  private final Optional<String> worker;
  private final WindowPlace windows;

  private AlertsConfig(Builder builder) {
    this.rules = List.copyOf(builder.rules);
    this.channels = Map.copyOf(builder.channels);
    this.routes =
        builder.routes.isEmpty()
            ? List.of(NotificationRoute.toAll(List.copyOf(builder.channels.keySet())))
            : List.copyOf(builder.routes);
    this.inhibitions = List.copyOf(builder.inhibitions);
    this.standardRules = builder.standardRules;
    this.tick = builder.tick;
    this.ahead = builder.ahead;
    this.worker = Optional.ofNullable(builder.worker);
    this.windows = builder.windows;
  }

  /**
   * Starts a configuration: the standard rules, and nobody to tell.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads the section {@code alerts} of a configuration.
   *
   * @param alerts the section; what is wrong in it is noted there, for {@link Settings#verify}
   * @param factories kinds of channels beyond {@code webhook}, {@code slack} and {@code log}
   * @return what it says
   */
  public static AlertsConfig from(Settings alerts, List<ChannelFactory> factories) {
    List<ChannelFactory> kinds =
        new ArrayList<>(
            List.of(
                new LogChannel.Factory(),
                new WebhookChannel.Factory(),
                new SlackChannel.Factory()));
    kinds.addAll(factories);
    Builder builder =
        builder()
            .standardRules(alerts.flag("standard_rules", true))
            .tick(atLeast(alerts, "tick", TICK, SHORTEST_TICK))
            .ahead(alerts.duration("max_future", AHEAD))
            .windows(alerts.choice("windows", WindowPlace.MEMORY));
    alerts.text("worker").ifPresent(builder::worker);
    AlertRules.from(alerts).forEach(builder::rule);
    Map<String, NotificationChannel> channels = ChannelDeclaration.read(alerts, kinds);
    channels.forEach(builder::channel);
    RoutingDeclaration.routes(alerts, channels.keySet()).forEach(builder::route);
    RoutingDeclaration.inhibitions(alerts).forEach(builder::inhibition);
    return builder.build();
  }

  private static Duration atLeast(Settings alerts, String key, Duration fallback, Duration least) {
    Duration value = alerts.duration(key, fallback);
    if (value.compareTo(least) < 0) {
      alerts.note(key, "is " + value, "use at least " + least);
      return fallback;
    }
    return value;
  }

  List<AlertRule> rules() {
    return rules;
  }

  Map<String, NotificationChannel> channels() {
    return channels;
  }

  List<NotificationRoute> routes() {
    return routes;
  }

  List<Inhibition> inhibitions() {
    return inhibitions;
  }

  boolean standardRules() {
    return standardRules;
  }

  Duration tick() {
    return tick;
  }

  Duration ahead() {
    return ahead;
  }

  Optional<String> worker() {
    return worker;
  }

  /**
   * Where windows are kept.
   *
   * @return the place
   */
  public WindowPlace windows() {
    return windows;
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private final List<AlertRule> rules = new ArrayList<>();
    private final Map<String, NotificationChannel> channels = new LinkedHashMap<>();
    private final List<NotificationRoute> routes = new ArrayList<>();
    private final List<Inhibition> inhibitions = new ArrayList<>();
    private boolean standardRules = true;
    private Duration tick = TICK;
    private Duration ahead = AHEAD;
    private @Nullable String worker;
    private WindowPlace windows = WindowPlace.MEMORY;

    private Builder() {}

    /**
     * Adds a rule.
     *
     * @param rule the rule
     * @return this
     */
    public Builder rule(AlertRule rule) {
      rules.add(rule);
      return this;
    }

    /**
     * Adds a channel.
     *
     * @param name its name
     * @param channel the channel; it is closed with the alerts
     * @return this
     */
    public Builder channel(String name, NotificationChannel channel) {
      channels.put(name, channel);
      return this;
    }

    /**
     * Adds a route. Without one, every alert goes to every channel.
     *
     * @param route the route
     * @return this
     */
    public Builder route(NotificationRoute route) {
      routes.add(route);
      return this;
    }

    /**
     * Adds an inhibition.
     *
     * @param inhibition the inhibition
     * @return this
     */
    public Builder inhibition(Inhibition inhibition) {
      inhibitions.add(inhibition);
      return this;
    }

    /**
     * Sets whether the platform watches itself: sources that are stale or failing, data centers
     * that are down, quarantine and changes of schema. Default true.
     *
     * @param on whether it does
     * @return this
     */
    public Builder standardRules(boolean on) {
      this.standardRules = on;
      return this;
    }

    /**
     * Sets how long the log may be quiet before an entry marks that time goes by. Default 5
     * seconds.
     *
     * @param span the time; what is noticed by silence is noticed that much later
     * @return this
     */
    public Builder tick(Duration span) {
      this.tick = span;
      return this;
    }

    /**
     * Sets how far in the future events may lie. Default 5 minutes.
     *
     * @param span the time
     * @return this
     */
    public Builder ahead(Duration span) {
      this.ahead = span;
      return this;
    }

    /**
     * Names this process among those that share the store. Default: one that no other process has
     * had, or where the store is a file and can have one process only, always the same.
     *
     * @param name the name
     * @return this
     */
    public Builder worker(String name) {
      this.worker = name;
      return this;
    }

    /**
     * Sets where windows are kept besides memory, so that less is to be made anew from the log
     * after a crash. Default: nowhere.
     *
     * @param place the place
     * @return this
     */
    public Builder windows(WindowPlace place) {
      this.windows = place;
      return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     */
    public AlertsConfig build() {
      return new AlertsConfig(this);
    }
  }
}
