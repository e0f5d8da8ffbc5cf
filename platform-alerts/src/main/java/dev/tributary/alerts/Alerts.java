package dev.tributary.alerts;

import dev.tributary.alerts.internal.engine.Consequence;
import dev.tributary.alerts.internal.engine.Engine;
import dev.tributary.alerts.internal.engine.Rounds;
import dev.tributary.alerts.internal.engine.TransitionLog;
import dev.tributary.alerts.internal.engine.Workers;
import dev.tributary.alerts.internal.fold.PlatformMetrics;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Standing;
import dev.tributary.alerts.internal.incident.AnomalyRecorder;
import dev.tributary.alerts.internal.incident.IncidentLinker;
import dev.tributary.alerts.internal.intake.LogIntake;
import dev.tributary.alerts.internal.ledger.ReceiptLedger;
import dev.tributary.alerts.internal.ledger.SourceNames;
import dev.tributary.alerts.internal.metric.AlertMetrics;
import dev.tributary.alerts.internal.notify.Backoff;
import dev.tributary.alerts.internal.notify.Dispatcher;
import dev.tributary.alerts.internal.notify.NoticePlanner;
import dev.tributary.alerts.internal.notify.Sender;
import dev.tributary.alerts.internal.sample.HealthSampler;
import dev.tributary.alerts.internal.sample.QuerySampler;
import dev.tributary.alerts.internal.sample.SystemSampler;
import dev.tributary.alerts.internal.view.EngineControl;
import dev.tributary.alerts.internal.view.LogTrial;
import dev.tributary.alerts.internal.view.RuleChanges;
import dev.tributary.alerts.internal.view.StoredAlerts;
import dev.tributary.alerts.internal.view.StoredAnomalies;
import dev.tributary.alerts.internal.view.StoredIncidents;
import dev.tributary.alerts.internal.view.StoredNotifications;
import dev.tributary.alerts.internal.view.StoredRules;
import dev.tributary.alerts.internal.view.StoredSilences;
import dev.tributary.api.alert.AlertBoard;
import dev.tributary.api.alert.AlertControl;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.Anomalies;
import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.EventPlan;
import dev.tributary.api.alert.Incidents;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.api.alert.Notifications;
import dev.tributary.api.alert.QueryRunner;
import dev.tributary.api.alert.RuleBook;
import dev.tributary.api.alert.RuleOrigin;
import dev.tributary.api.alert.Silences;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Alerts over a central store. It follows the store's log: events of metrics and what the platform
 * itself reports go through the rules, and what comes of them is stored together with how far the
 * log has been followed, so that a crash neither loses nor repeats anything. Of several processes
 * on one store one evaluates; another takes over when it dies.
 *
 * <p>Built, it can be asked, and evaluates when told to by {@link AlertControl#evaluateNow}; after
 * {@link #start()} it evaluates and notifies on its own. Thread-safe.
 */
public final class Alerts implements Alerting, AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LINKED_WITHIN = Duration.ofMinutes(10);

  private final CentralStore store;
  private final AlertsConfig config;
  private final InstantSource clock;
  private final Engine engine;
  private final Workers workers;
  private final Dispatcher dispatcher;
  private final Sender sender;
  private final RuleBook rules;
  private final AlertBoard board;
  private final EventIntake intake;
  private final Silences silences;
  private final Incidents incidents;
  private final Anomalies anomalies;
  private final Notifications notifications;
  private final AlertControl control;
  private final QuerySampler queries;
  private final HealthSampler health;
  private final SystemSampler system;
  private final List<Rounds> rounds = new ArrayList<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Alerts(
      CentralStore store,
      AlertsConfig config,
      InstantSource clock,
      Around around,
      Engine.Config pace) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    PlatformMetrics platform = new PlatformMetrics(new SourceNames(store));
    Supplier<RuleFold> folds = () -> new RuleFold(Detectors::maker, platform);
    String worker = config.worker().orElseGet(() -> name(store));
    RuleWindows windows = RuleWindows.in(config.windows(), store, around.cache(), clock);
    AlertMetrics metrics = new AlertMetrics(around.registry());
    metrics.firing(store);
    metrics.windows(windows.status());
    this.workers = new Workers(store, worker, clock, HEARTBEAT);
    this.engine =
        new Engine(
            store, folds, consequences(config), clock, workers, windows.keeper(), metrics, pace);
    this.dispatcher = new Dispatcher(store, config.routes(), config.inhibitions(), clock);
    this.sender = new Sender(store, config.channels(), Backoff.standard(), clock, worker, metrics);
    LogTrial trial = new LogTrial(store.events(), folds);
    RuleChanges changes = new RuleChanges(store, clock);
    this.rules =
        new StoredRules(
            store,
            changes,
            trial,
            Detectors.names(),
            id -> Optional.ofNullable(engine.standing(id)).map(Standing::counts));
    this.board = new StoredAlerts(store, clock, trial);
    this.intake = new LogIntake(store, clock, config.ahead());
    this.silences = new StoredSilences(store, clock);
    this.incidents = new StoredIncidents(store, clock);
    this.anomalies = new StoredAnomalies(store);
    this.notifications =
        new StoredNotifications(store, dispatcher, sender, clock, config.channels().keySet());
    this.control = new EngineControl(store, engine, windows.status());
    this.queries = new QuerySampler(store, around.queries(), clock);
    this.health = new HealthSampler(store, clock);
    this.system = new SystemSampler(store, clock, around.node(), around.disk());
    engine.begin();
    changes.align(
        config.standardRules() ? StandardRules.all() : List.<AlertRule>of(), RuleOrigin.BUILT_IN);
    changes.align(config.rules(), RuleOrigin.CONFIGURATION);
    sender.begin();
  }

  /**
   * Makes the alerts of a store, and sets the rules of the configuration.
   *
   * @param store the store, not closed with this
   * @param config what is watched, and who is told
   * @param clock the present; that of the store
   * @return the alerts, not yet evaluating
   */
  public static Alerts on(CentralStore store, AlertsConfig config, InstantSource clock) {
    return on(store, config, clock, Around.nothing());
  }

  /**
   * Makes the alerts of a store, and sets the rules of the configuration.
   *
   * @param store the store, not closed with this
   * @param config what is watched, and who is told
   * @param clock the present; that of the store
   * @param around what rules can ask and look at
   * @return the alerts, not yet evaluating
   */
  public static Alerts on(
      CentralStore store, AlertsConfig config, InstantSource clock, Around around) {
    return on(store, config, clock, around, Engine.Config.of(config.tick()));
  }

  /** Alerts at another pace than the usual one. */
  static Alerts on(
      CentralStore store,
      AlertsConfig config,
      InstantSource clock,
      Around around,
      Engine.Config pace) {
    return new Alerts(store, config, clock, around, pace);
  }

  /**
   * What rules can ask and look at.
   *
   * @param queries answers the questions of rules
   * @param node the name of this machine
   * @param disk any place on the disk that the metric {@code system.disk_percent} is about
   * @param cache where windows are kept if that is to be on Redis; closed by whoever made it
   * @param registry where metrics go
   */
  public record Around(
      QueryRunner queries,
      String node,
      Path disk,
      Optional<WindowStore> cache,
      MeterRegistry registry) {
    /**
     * The same with a place for windows.
     *
     * @param windows where they are kept if that is to be on Redis
     * @return the surroundings
     */
    public Around with(WindowStore windows) {
      return new Around(queries, node, disk, Optional.of(windows), registry);
    }

    /**
     * No questions are answered.
     *
     * @return the surroundings of a test
     */
    public static Around nothing() {
      return new Around(
          (sql, timeout, most) -> {
            throw new PlatformException(
                PlatformError.INVALID_REQUEST, "questions cannot be asked here");
          },
          "local",
          Path.of("."),
          Optional.empty(),
          new SimpleMeterRegistry());
    }
  }

  /** Asks the questions that are due, and looks at sources and machine. */
  void sample() {
    if (engine.evaluates()) {
      queries.step();
      health.step();
    }
    system.step();
  }

  /**
   * Stores what every rule remembers, so that nothing in the log so far is needed to go on after a
   * crash. To be called before the log is trimmed.
   */
  public void settle() {
    engine.settle();
  }

  /**
   * Forgets the keys of events that were handed in long ago: from then on the same key means other
   * events. To be called now and then.
   *
   * @param age how long keys are known
   * @return how many were forgotten
   */
  public int forgetReceipts(Duration age) {
    Instant before = clock.instant().minus(age);
    return store.<Integer, RuntimeException>write(
        transaction -> ReceiptLedger.forget(transaction.connection(), before));
  }

  private static List<Consequence> consequences(AlertsConfig config) {
    return List.of(
        new IncidentLinker(LINKED_WITHIN),
        new AnomalyRecorder(),
        new NoticePlanner(config.routes()),
        new TransitionLog());
  }

  private static String name(CentralStore store) {
    return store.engine() == StoreEngine.SQLITE
        ? "local"
        : ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  }

  /** Begins to evaluate and to notify. Starting again does nothing. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      rounds.add(Rounds.start("tributary-alerts", this::evaluate, Duration.ZERO));
      rounds.add(Rounds.start("tributary-notifier", notifications::deliverNow, LOOK));
      rounds.add(Rounds.start("tributary-sampler", this::sample, LOOK));
    }
  }

  private void evaluate() throws InterruptedException {
    long position = control.evaluateNow().position();
    store.events().await(position, config.tick().compareTo(LOOK) < 0 ? config.tick() : LOOK);
  }

  @Override
  public RuleBook rules() {
    return rules;
  }

  @Override
  public AlertBoard alerts() {
    return board;
  }

  @Override
  public EventIntake intake() {
    return intake;
  }

  @Override
  public Iterable<MetricEvent> madeUp(EventPlan plan) {
    return EventScenario.events(plan);
  }

  @Override
  public Silences silences() {
    return silences;
  }

  @Override
  public Incidents incidents() {
    return incidents;
  }

  @Override
  public Anomalies anomalies() {
    return anomalies;
  }

  @Override
  public Notifications notifications() {
    return notifications;
  }

  @Override
  public AlertControl control() {
    return control;
  }

  /** Ends after the work in hand. The store stays open. Closing again does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      rounds.forEach(Rounds::close);
      engine.settle();
      workers.leave();
      config.channels().values().forEach(NotificationChannel::close);
    }
  }
}
