package dev.tributary.alerts;

import dev.tributary.alerts.internal.engine.Engine;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.api.alert.QueryRunner;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A store, a clock and a channel that remembers, with alerts that can crash and come back. */
final class AlertStore implements AutoCloseable {
  final TestClock clock = TestClock.create();
  final CentralStore store;
  final Mailbox mailbox;
  final MeterRegistry registry = new SimpleMeterRegistry();
  private final Supplier<AlertsConfig> config;
  private final Alerts.Around around;
  private Alerts alerts;

  AlertStore(Path folder, AlertsConfig.Builder config) {
    this(folder, config, Alerts.Around.nothing().queries());
  }

  AlertStore(Path folder, AlertsConfig.Builder config, QueryRunner queries) {
    this(folder, new Mailbox(), config, queries);
  }

  private AlertStore(
      Path folder, Mailbox mailbox, AlertsConfig.Builder config, QueryRunner queries) {
    this(folder, mailbox, config.channel("mailbox", mailbox)::build, queries);
  }

  /** Without the channel that remembers. */
  AlertStore(Path folder, Supplier<AlertsConfig> config) {
    this(folder, new Mailbox(), config, Alerts.Around.nothing().queries());
  }

  private AlertStore(
      Path folder, Mailbox mailbox, Supplier<AlertsConfig> config, QueryRunner queries) {
    this.store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
    this.mailbox = mailbox;
    this.config = config;
    this.around = new Alerts.Around(queries, "local", folder, Optional.empty(), registry);
    this.alerts = Alerts.on(store, config.get(), clock, around);
    alerts.control().evaluateNow();
  }

  Alerts alerts() {
    return alerts;
  }

  /** Goes on without anything that was only in memory. */
  void crash() {
    alerts = Alerts.on(store, config.get(), clock, around);
  }

  /** Crashes, and keeps from now on what rules remember after every entry. */
  void crashAndKeepEverything() {
    alerts =
        Alerts.on(
            store, config.get(), clock, around, new Engine.Config(Duration.ofSeconds(5), 1, 500));
  }

  /** Lets time pass in steps, evaluating at each. */
  void pass(Duration time) {
    Instant until = clock.instant().plus(time);
    while (clock.instant().isBefore(until)) {
      clock.advance(Duration.ofSeconds(10));
      alerts.control().evaluateNow();
      alerts.notifications().deliverNow();
    }
  }

  /** Hands in one event of the present and evaluates it. */
  void measure(String metric, double value, Map<String, String> labels) {
    alerts
        .intake()
        .take("test", List.of(new MetricEvent(metric, clock.instant(), value, labels)), null);
    alerts.control().evaluateNow();
  }

  void occur(String metric, int times, Map<String, String> labels) {
    List<MetricEvent> events =
        Collections.nCopies(times, MetricEvent.occurrence(metric, clock.instant(), labels));
    alerts.intake().take("test", events, null);
    alerts.control().evaluateNow();
  }

  /** Every transition so far, oldest first. */
  List<AlertEvent> history() {
    List<AlertEvent> events =
        new ArrayList<>(alerts.alerts().history(HistoryQuery.newest(1000)).items());
    Collections.reverse(events);
    return events;
  }

  List<AlertState> states() {
    return history().stream().map(event -> event.transition().to()).toList();
  }

  @Override
  public void close() {
    alerts.close();
    store.close();
  }

  /** A channel that remembers, and fails when told to. */
  static final class Mailbox implements NotificationChannel {
    /** The way of every alert to the channel {@code mailbox}. */
    static NotificationRoute route(Duration gather, Duration interval, Duration repeat) {
      return new NotificationRoute(
          "all",
          List.of(),
          List.of("mailbox"),
          List.of("rule"),
          new NotificationRoute.Timing(gather, interval, repeat),
          false);
    }

    final List<Notification> arrived = Collections.synchronizedList(new ArrayList<>());
    volatile boolean broken;

    @Override
    public void send(Notification notification) {
      if (broken) {
        throw new IllegalStateException("the mailbox is broken");
      }
      arrived.add(notification);
    }

    List<String> lines() {
      return arrived.stream()
          .flatMap(notification -> notification.items().stream())
          .map(Notification.Item::line)
          .toList();
    }
  }
}
