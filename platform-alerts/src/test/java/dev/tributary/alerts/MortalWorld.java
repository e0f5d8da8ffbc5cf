package dev.tributary.alerts;

import dev.tributary.alerts.internal.engine.Engine;
import dev.tributary.alerts.internal.fold.PlatformMetrics;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Snapshot;
import dev.tributary.alerts.internal.ledger.HistoryLedger;
import dev.tributary.alerts.internal.ledger.SnapshotLedger;
import dev.tributary.alerts.internal.window.PackedRecords;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Alerts over a store of their own that live through a log of events and die on the way. */
final class MortalWorld implements AutoCloseable {
  private static final Instant START = Instant.EPOCH;
  private static final Instant END = START.plusSeconds(20);
  private static final int LATEST = (int) AnyRules.LATENESS.toMillis() * 3 / 2;

  private static final int MOST_TRANSITIONS = 1000;

  private final TestClock clock = TestClock.at(START);
  private final List<AlertRule> rules;
  private final Random random;
  private final MortalStore store;
  private final FailingWindowStore cache;
  private final AlertsConfig config;
  private final Engine.Config pace;
  private final Map<String, Notification> arrived = new ConcurrentHashMap<>();
  private final List<MetricEvent> inTime = new ArrayList<>();
  private boolean calm;
  private int batches;
  private Alerts alerts;

  MortalWorld(Path folder, List<AlertRule> rules, long seed) throws IOException {
    this.rules = List.copyOf(rules);
    this.random = new Random(seed);
    this.store = new MortalStore(CentralStore.open(file(folder), clock));
    this.cache = new FailingWindowStore(random);
    AlertsConfig.Builder builder =
        AlertsConfig.builder()
            .standardRules(false)
            .windows(WindowPlace.values()[random.nextInt(WindowPlace.values().length)])
            .channel("mailbox", new Mailbox())
            .route(
                AlertStore.Mailbox.route(
                    Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofHours(1)));
    rules.forEach(builder::rule);
    this.config = builder.build();
    this.pace =
        new Engine.Config(Duration.ofMillis(300), 1 + random.nextInt(20), 1 + random.nextInt(8));
    this.alerts = begin();
  }

  /** A store takes a while to be made, and a moment to be copied. */
  private static StoreConfig file(Path folder) throws IOException {
    Path made = folder.resolve("made.db");
    if (!Files.exists(made)) {
      CentralStore.open(StoreConfig.sqlite(made), TestClock.at(START)).close();
    }
    Path own = Files.createTempDirectory(folder, "world").resolve("store.db");
    Files.copy(made, own);
    return StoreConfig.sqlite(own);
  }

  private Alerts begin() {
    return Alerts.on(store, config, clock, Alerts.Around.nothing().with(cache), pace);
  }

  /** Hands in the events as they arrive, evaluates and delivers, and dies now and then. */
  void live(List<MetricEvent> events) {
    Map<MetricEvent, Instant> arrival = new IdentityHashMap<>();
    events.forEach(event -> arrival.put(event, event.at().plusMillis(random.nextInt(LATEST))));
    List<MetricEvent> batch = new ArrayList<>();
    for (MetricEvent event : events.stream().sorted(Comparator.comparing(arrival::get)).toList()) {
      clock.set(arrival.get(event));
      batch.add(event);
      if (random.nextBoolean()) {
        handIn(batch);
      }
      if (random.nextBoolean()) {
        survive(() -> alerts.control().evaluateNow());
      }
      if (random.nextBoolean()) {
        survive(() -> alerts.notifications().deliverNow());
      }
    }
    handIn(batch);
    while (clock.instant().isBefore(END)) {
      clock.set(min(END, clock.instant().plusMillis(1 + random.nextInt(2000))));
      survive(() -> alerts.control().evaluateNow());
      survive(() -> alerts.notifications().deliverNow());
    }
    calm = true;
    alerts.control().evaluateNow();
    for (int round = 0; round < 10; round++) {
      alerts.notifications().deliverNow();
      clock.advance(Duration.ofMinutes(3));
    }
  }

  private static Instant min(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  /** Hands in a batch until it is known to be taken, as its sender would. */
  private void handIn(List<MetricEvent> batch) {
    Instant watermark = clock.instant().minus(AnyRules.LATENESS);
    batch.stream().filter(event -> !event.at().isBefore(watermark)).forEach(inTime::add);
    List<MetricEvent> events = List.copyOf(batch);
    batch.clear();
    String key = "batch " + batches++;
    survive(() -> alerts.intake().take("test", events, key));
    alerts.intake().take("test", events, key);
  }

  /** Does something, and is reborn if it was the death of the process. */
  private void survive(Runnable work) {
    if (random.nextInt(3) == 0) {
      store.dieAt(1 + random.nextInt(4), random.nextBoolean());
    }
    try {
      work.run();
    } catch (MortalStore.Died died) {
      // It is reborn below, like one that died in another thread.
    }
    if (random.nextInt(20) == 0) {
      cache.loseEverything();
    }
    if (store.dead() || random.nextInt(20) == 0) {
      store.rebirth();
      alerts = begin();
    }
    store.rebirth();
  }

  Trial backtest(AlertRule rule) {
    return alerts.rules().backtest(rule, START, END);
  }

  /** The transitions of a rule that are stored, oldest first. */
  List<Transition> stored(AlertRule rule) {
    HistoryQuery query =
        new HistoryQuery(rule.id(), null, HistoryQuery.Scope.ALL, MOST_TRANSITIONS, null);
    List<Transition> transitions =
        new ArrayList<>(
            alerts.alerts().history(query).items().stream().map(AlertEvent::transition).toList());
    Collections.reverse(transitions);
    return transitions;
  }

  /** The events that were handed in before their windows were over. */
  List<MetricEvent> inTime() {
    return inTime;
  }

  long watermark() {
    return END.minus(AnyRules.LATENESS).toEpochMilli();
  }

  /** What people were told, but for what they were told again. */
  List<String> told() {
    return arrived.values().stream()
        .filter(notification -> !notification.repeated())
        .flatMap(notification -> notification.items().stream())
        .map(item -> item.alert() + " " + item.state() + " " + item.at())
        .sorted()
        .toList();
  }

  /** What people have to be told. */
  List<String> notable() {
    return rules.stream()
        .flatMap(rule -> stored(rule).stream())
        .filter(HistoryLedger::notable)
        .map(one -> one.alert() + " " + one.to() + " " + one.at())
        .sorted()
        .toList();
  }

  /** What each rule remembers in the end, to the last bit. */
  Map<String, String> remembered() {
    alerts.control().evaluateNow();
    alerts.close();
    return bits(store.<List<Snapshot>, RuntimeException>read(SnapshotLedger::all));
  }

  /** The same, made of the log alone in one go. */
  Map<String, String> rebuilt() {
    RuleFold fold = new RuleFold(Detectors::maker, new PlatformMetrics(source -> ""));
    EventSlice slice = store.events().read(0, EventLog.MOST_EVENTS);
    while (!slice.events().isEmpty()) {
      slice.events().forEach(fold::apply);
      slice = store.events().read(slice.events().getLast().id(), EventLog.MOST_EVENTS);
    }
    return bits(fold.due(0));
  }

  private static Map<String, String> bits(List<Snapshot> snapshots) {
    return snapshots.stream()
        .collect(
            Collectors.toMap(
                snapshot -> snapshot.rule().id(),
                snapshot -> HexFormat.of().formatHex(PackedRecords.pack(snapshot.state()))));
  }

  @Override
  public void close() {
    alerts.close();
    store.close();
  }

  /** Receives what has an id that it has not seen, and fails or dies now and then. */
  private final class Mailbox implements NotificationChannel {
    @Override
    public void send(Notification notification) {
      if (!calm && random.nextInt(5) == 0) {
        throw new IllegalStateException("the mailbox is full");
      }
      Notification before = arrived.putIfAbsent(notification.id(), notification);
      if (before != null && !before.equals(notification)) {
        throw new AssertionError("two notifications of id " + notification.id());
      }
      if (!calm && random.nextInt(5) == 0) {
        throw store.die();
      }
    }
  }
}
