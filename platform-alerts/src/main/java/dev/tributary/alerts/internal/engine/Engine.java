package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Snapshot;
import dev.tributary.alerts.internal.fold.Standing;
import dev.tributary.alerts.internal.ledger.EngineLedger;
import dev.tributary.alerts.internal.ledger.HistoryLedger;
import dev.tributary.alerts.internal.ledger.SnapshotLedger;
import dev.tributary.alerts.internal.metric.AlertMetrics;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventSlice;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTransaction;
import io.micrometer.core.instrument.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the log. For each slice of entries one transaction stores the position, the
 * transitions, what follows from them and the snapshots that are due. What a crash loses is made
 * anew from the log: transitions of entries up to the stored position are stored already and are
 * not stored again. Thread-safe.
 */
public final class Engine {
  private static final Logger LOG = System.getLogger(Engine.class.getName());

  private final CentralStore store;
  private final Supplier<RuleFold> folds;
  private final List<Consequence> consequences;
  private final InstantSource clock;
  private final Workers workers;
  private final WindowKeeper windows;
  private final AlertMetrics metrics;
  private final Config config;
  private @Nullable EngineState state;

  /**
   * What can be set.
   *
   * @param tick how long the log may be quiet before an entry marks that time goes by
   * @param snapshotEvery how many entries may have to be evaluated anew after a crash
   * @param slice the most entries of one transaction
   */
  public record Config(Duration tick, int snapshotEvery, int slice) {
    /**
     * The usual pace.
     *
     * @param tick how long the log may be quiet
     * @return the settings
     */
    public static Config of(Duration tick) {
      return new Config(tick, 1000, 500);
    }
  }

  /**
   * Makes an engine.
   *
   * @param store holds the log and everything else
   * @param folds makes empty folds
   * @param consequences what follows from transitions, in this order
   * @param clock the present
   * @param workers who may evaluate
   * @param windows keeps windows between snapshots
   * @param metrics what is measured
   * @param config settings
   */
  public Engine(
      CentralStore store,
      Supplier<RuleFold> folds,
      List<Consequence> consequences,
      InstantSource clock,
      Workers workers,
      WindowKeeper windows,
      AlertMetrics metrics,
      Config config) {
    this.store = store;
    this.folds = folds;
    this.consequences = List.copyOf(consequences);
    this.clock = clock;
    this.workers = workers;
    this.windows = windows;
    this.metrics = metrics;
    this.config = config;
  }

  /** Begins at the present end of the log, if it was never begun. */
  public void begin() {
    store.<Boolean, RuntimeException>write(transaction -> {
      EngineLedger.begin(transaction.connection());
      return true;
    });
  }

  /**
   * Evaluates what has come since the last time.
   *
   * @return true if there was something and there may be more
   */
  public synchronized boolean step() {
    Workers.Turn turn = workers.turn(state == null ? 0 : state.fold().rules().size(), position());
    if (!turn.mine()) {
      return rest();
    }
    try {
      return turn.engine().paused() ? rest() : evaluate(turn);
    } catch (Fenced lost) {
      return rest();
    } catch (RuntimeException failed) {
      // The fold is ahead of the store: begin again with what is stored.
      state = null;
      throw failed;
    }
  }

  private boolean rest() {
    state = null;
    metrics.resting();
    return false;
  }

  private boolean evaluate(Workers.Turn turn) {
    EngineState current = state;
    if (current == null || current.row().epoch() != turn.engine().epoch()) {
      current = load();
    }
    EventSlice slice = store.events().read(current.position(), config.slice());
    if (slice.gap()) {
      return skip(current, slice);
    }
    if (slice.events().isEmpty()) {
      state = current;
      return tick(current);
    }
    state = slice(current, slice.events());
    return true;
  }

  /**
   * Entries that were dropped before they were evaluated cannot be evaluated: it is noted. What was
   * stored of later ones stays stored.
   */
  private boolean skip(EngineState current, EventSlice slice) {
    long next =
        slice.events().isEmpty() ? store.events().lastId() : slice.events().getFirst().id() - 1;
    boolean again = next <= current.row().position();
    LOG.log(
        Level.WARNING,
        "entries "
            + (current.position() + 1)
            + " to "
            + next
            + " of the log were dropped before"
            + " rules had seen them: windows that reach back there lack their events");
    store.<Boolean, RuntimeException>write(transaction -> {
      EngineLedger.gap(transaction.connection());
      if (!again) {
        commit(transaction, current, next, current.fold().time(), List.of());
      }
      return true;
    });
    state =
        again ? current.at(next) : current.committed(next, current.fold().time(), current.stored());
    return true;
  }

  /** Marks that time goes by, where nothing else does. */
  private boolean tick(EngineState current) {
    // What the time of the log has beyond the millisecond tells the order of entries alone.
    Instant latest = current.fold().time().truncatedTo(ChronoUnit.MILLIS);
    boolean quiet = Duration.between(latest, clock.instant()).compareTo(config.tick()) >= 0;
    if (!quiet || current.fold().rules().isEmpty()) {
      return false;
    }
    store.<Boolean, RuntimeException>write(transaction -> {
      transaction.append(AlertEventTypes.TICK, "", Map.of());
      return true;
    });
    return true;
  }

  private EngineState slice(EngineState current, List<Event> events) {
    Timer.Sample begun = metrics.begin();
    RuleFold fold = current.fold();
    List<Recorded> transitions = new ArrayList<>();
    for (Event event : events) {
      List<Recorded> recorded = fold.apply(event);
      if (event.id() > current.row().position()) {
        transitions.addAll(recorded);
      } else if (event.id() == current.row().position()) {
        fold.news(); // counted before the crash
      }
    }
    long position = events.getLast().id();
    if (position <= current.row().position()) {
      return current.at(position);
    }
    List<Snapshot> due = fold.due(windows.snapshotEvery(config.snapshotEvery()));
    Set<String> working = fold.rules().stream().map(AlertRule::id).collect(Collectors.toSet());
    Set<String> gone = new HashSet<>(current.stored());
    gone.removeAll(working);
    store.<Boolean, RuntimeException>write(transaction -> {
      commit(transaction, current, position, fold.time(), transitions);
      SnapshotLedger.save(transaction.connection(), due);
      SnapshotLedger.drop(transaction.connection(), gone);
      return true;
    });
    fold.saved(due);
    metrics.evaluated(begun, events.size(), fold.news(), fold.series());
    windows.keep(fold, config.snapshotEvery());
    windows.drop(gone);
    return current.committed(position, fold.time(), working);
  }

  private void commit(
      StoreTransaction transaction,
      EngineState current,
      long position,
      Instant time,
      List<Recorded> transitions) {
    if (!EngineLedger.advance(transaction.connection(), current.row(), position, time)) {
      throw new Fenced(workers.id());
    }
    Instant now = clock.instant();
    HistoryLedger.record(transaction.connection(), transitions, now);
    if (!transitions.isEmpty()) {
      consequences.forEach(consequence -> consequence.of(transaction, transitions, now));
    }
  }

  /** Goes back to the oldest snapshot; from there the fold becomes what it was. */
  private EngineState load() {
    Stored stored =
        store.<Stored, RuntimeException>read(connection ->
            new Stored(EngineLedger.read(connection), SnapshotLedger.all(connection)));
    EngineLedger.Engine row = stored.row();
    List<Snapshot> snapshots = windows.latest(stored.snapshots(), row.position());
    RuleFold fold = folds.get();
    fold.restore(Objects.requireNonNullElse(row.time(), Instant.EPOCH), snapshots);
    long position = snapshots.stream().mapToLong(Snapshot::position).min().orElse(row.position());
    Set<String> rules =
        snapshots.stream().map(snapshot -> snapshot.rule().id()).collect(Collectors.toSet());
    return new EngineState(fold, row, Math.min(position, row.position()), rules);
  }

  private record Stored(EngineLedger.Engine row, List<Snapshot> snapshots) {}

  /**
   * Whether this worker is the one that evaluates, as far as it knows.
   *
   * @return true if it is
   */
  public synchronized boolean evaluates() {
    return state != null;
  }

  private long position() {
    return state == null ? -1 : state.row().position();
  }

  /**
   * How the alerts of a rule stand here.
   *
   * @param rule the rule
   * @return its alerts; null if it is not evaluated by this worker
   */
  public synchronized @Nullable Standing standing(String rule) {
    return state == null ? null : state.fold().standing(rule);
  }

  /** Stores what every rule remembers, so that the next start has nothing to make anew. */
  public synchronized void settle() {
    EngineState current = state;
    if (current == null || current.position() < current.row().position()) {
      return;
    }
    List<Snapshot> all = current.fold().due(1);
    store.<Boolean, RuntimeException>write(transaction -> {
      EngineLedger.Engine row = current.row();
      Instant time = current.fold().time();
      if (EngineLedger.advance(transaction.connection(), row, row.position(), time)) {
        SnapshotLedger.save(transaction.connection(), all);
      }
      return true;
    });
    current.fold().saved(all);
  }
}
