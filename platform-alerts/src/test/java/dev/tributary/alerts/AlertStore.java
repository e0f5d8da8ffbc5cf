package dev.tributary.alerts;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A store, a clock and a channel that remembers, with alerts that can crash and come back. */
final class AlertStore implements AutoCloseable {
  final TestClock clock = TestClock.create();
  final CentralStore store;
  final Mailbox mailbox;
  private final Supplier<AlertsConfig> config;
  private Alerts alerts;

  AlertStore(Path folder, AlertsConfig.Builder config) {
    this(folder, new Mailbox(), config);
  }

  private AlertStore(Path folder, Mailbox mailbox, AlertsConfig.Builder config) {
    this(folder, mailbox, config.channel("mailbox", mailbox)::build);
  }

  /** Without the channel that remembers. */
  AlertStore(Path folder, Supplier<AlertsConfig> config) {
    this(folder, new Mailbox(), config);
  }

  private AlertStore(Path folder, Mailbox mailbox, Supplier<AlertsConfig> config) {
    this.store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
    this.mailbox = mailbox;
    this.config = config;
    this.alerts = Alerts.on(store, config.get(), clock);
    alerts.control().evaluateNow();
  }

  Alerts alerts() {
    return alerts;
  }

  /** Goes on without anything that was only in memory. */
  void crash() {
    alerts = Alerts.on(store, config.get(), clock);
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
