package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.ledger.EngineLedger;
import dev.tributary.alerts.internal.ledger.WorkerLedger;
import dev.tributary.core.CentralStore;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Who evaluates: of all workers that share a store one does, the others stand by, and one of them
 * takes over when the first has given no sign of life for a while. A worker that comes back after
 * that finds the epoch changed and cannot store anything. Not thread-safe.
 */
public final class Workers {
  private final CentralStore store;
  private final String id;
  private final InstantSource clock;
  private final Duration heartbeat;
  private final Instant started;
  private @Nullable Instant lastSign;
  private long epoch = -1;

  /**
   * Makes the worker of this process.
   *
   * @param store shared by all workers
   * @param id tells it from the others
   * @param clock the present
   * @param heartbeat how often it gives a sign of life; after four without one it is replaced
   */
  public Workers(CentralStore store, String id, InstantSource clock, Duration heartbeat) {
    this.store = store;
    this.id = id;
    this.clock = clock;
    this.heartbeat = heartbeat;
    this.started = clock.instant();
  }

  /**
   * Whose turn it is.
   *
   * @param engine the engine as it is stored
   * @param mine whether this worker evaluates
   */
  record Turn(EngineLedger.Engine engine, boolean mine) {}

  /** The name of this worker. */
  String id() {
    return id;
  }

  /** Gives a sign of life when one is due, and finds out whose turn it is. */
  Turn turn(int rules, long position) {
    EngineLedger.Engine engine =
        store.<EngineLedger.Engine, RuntimeException>read(EngineLedger::read);
    boolean mine = id.equals(engine.owner()) && engine.epoch() == epoch;
    Instant now = clock.instant();
    boolean signDue =
        lastSign == null || Duration.between(lastSign, now).abs().compareTo(heartbeat) >= 0;
    if (mine && !signDue) {
      return new Turn(engine, true);
    }
    if (!mine && !signDue && !free(engine, now)) {
      return new Turn(engine, false);
    }
    return sign(engine, mine, now, new WorkerLedger.Sign(id, started, now, position, rules));
  }

  private boolean free(EngineLedger.Engine engine, Instant now) {
    return store.<Boolean, RuntimeException>read(connection -> vacant(connection, engine, now));
  }

  private Turn sign(EngineLedger.Engine engine, boolean mine, Instant now, WorkerLedger.Sign sign) {
    Turn turn =
        store.<Turn, RuntimeException>write(transaction -> {
          Connection connection = transaction.connection();
          boolean claimed =
              !mine
                  && vacant(connection, engine, now)
                  && EngineLedger.claim(connection, engine, id);
          WorkerLedger.sign(connection, sign, mine || claimed);
          return new Turn(claimed ? EngineLedger.read(connection) : engine, mine || claimed);
        });
    lastSign = now;
    if (turn.mine()) {
      epoch = turn.engine().epoch();
    }
    return turn;
  }

  /** Whether nobody evaluates: an owner that is this very worker is one of an earlier life. */
  private boolean vacant(Connection connection, EngineLedger.Engine engine, Instant now) {
    String owner = engine.owner();
    if (owner == null || owner.equals(id)) {
      return true;
    }
    Instant sign = WorkerLedger.lastSign(connection, owner);
    return sign == null || Duration.between(sign, now).compareTo(heartbeat.multipliedBy(4)) > 0;
  }

  /** Leaves: the next worker need not wait. */
  public void leave() {
    store.<Boolean, RuntimeException>write(transaction -> {
      WorkerLedger.leave(transaction.connection(), id);
      return true;
    });
  }
}
