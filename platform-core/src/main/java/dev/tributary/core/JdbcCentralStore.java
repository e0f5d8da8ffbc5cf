package dev.tributary.core;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.event.EventJournal;
import dev.tributary.core.internal.event.EventRows;
import dev.tributary.core.internal.event.EventSignal;
import dev.tributary.core.internal.text.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/** The central store on a relational database. */
final class JdbcCentralStore implements CentralStore {
  /** How long a refusal counts at least: where batches find no room, small writes still may. */
  private static final Duration REFUSAL_COUNTS = Duration.ofMinutes(1);

  private final OpenStore open;
  private final InstantSource clock;
  private final EventJournal journal;
  private final EventRows rows;
  private final EventSignal signal;
  private final Jdbi writers;
  private final Jdbi readers;
  private final Datasets datasets;
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();

  JdbcCentralStore(OpenStore open, InstantSource clock, Json json) {
    this.open = open;
    this.clock = clock;
    this.journal = new EventJournal(json);
    this.rows = new EventRows(json);
    this.signal = new EventSignal(open.look());
    this.writers = jdbi(open.pools()::writer);
    this.readers = jdbi(open.pools()::reader);
    this.datasets = new JdbcDatasets(this, open.dialect(), json);
  }

  @Override
  public <T, X extends Exception> T write(StoreWork<T, X> work) throws X {
    return transact(work::in);
  }

  @Override
  public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
    return look(handle -> work.in(handle.getConnection()));
  }

  /** Writes the platform's own records. */
  void change(Consumer<Handle> work) {
    transact(transaction -> {
      work.accept(transaction.handle());
      return true;
    });
  }

  /** A write that found no room. */
  private record Refusal(Instant at, String message) {}

  /** Work in a transaction, by what only the kernel sees of it. */
  interface Change<T, X extends Exception> {
    T in(JdbcStoreTransaction transaction) throws X, SQLException;
  }

  /** Reading, by what only the kernel sees of it. */
  interface Look<T, X extends Exception> {
    T in(Handle handle) throws X, SQLException;
  }

  <T, X extends Exception> T transact(Change<T, X> work) throws X {
    if (writing.get()) {
      throw new IllegalStateException("a write inside a write: use the transaction at hand");
    }
    writing.set(true);
    try (Handle handle = writers.open()) {
      return transact(handle, work);
    } catch (SQLException trouble) {
      throw noted(open.faults().of(trouble));
    } catch (RuntimeException failed) {
      throw noted(translated(failed));
    } finally {
      writing.remove();
    }
  }

  <T, X extends Exception> T look(Look<T, X> work) throws X {
    try (Handle handle = readers.open()) {
      T result = work.in(handle);
      handle.getConnection().rollback();
      return result;
    } catch (SQLException trouble) {
      throw open.faults().of(trouble);
    } catch (RuntimeException failed) {
      throw translated(failed);
    }
  }

  @Override
  public DataSource guests() {
    return open.pools().guests();
  }

  @Override
  public StoreEngine engine() {
    return open.engine();
  }

  @Override
  public StoreInspector inspector() {
    return new JdbcStoreInspector(this, open.dialect());
  }

  @Override
  public EventLog events() {
    return new StoreEventLog(this, rows, signal);
  }

  @Override
  public long trim(EventRetention retention) {
    return transact(
        transaction -> rows.trim(transaction.handle(), now(), retention.age(), retention.count()));
  }

  @Override
  public Datasets datasets() {
    return datasets;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      signal.raise();
      open.pools().close();
    }
  }

  /** Does work while a connection of its own holds a lock against other nodes. */
  <T> T guarded(Dialect.SchemaLock lock, Supplier<T> work) {
    try (Handle handle = writers.open()) {
      handle.execute(lock.take());
      try {
        return work.get();
      } finally {
        handle.execute(lock.release());
      }
    } catch (RuntimeException failed) {
      throw translated(failed);
    }
  }

  /** What the last write that found no room was told, unless one has found room since. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal.get()).map(Refusal::message);
  }

  private RuntimeException noted(RuntimeException failed) {
    if (failed instanceof PlatformException full && full.code() == PlatformError.STORE_FULL) {
      refusal.set(new Refusal(now(), String.valueOf(full.getMessage())));
    }
    return failed;
  }

  private void foundRoom() {
    Refusal last = refusal.get();
    if (last != null && !now().isBefore(last.at().plus(REFUSAL_COUNTS))) {
      refusal.compareAndSet(last, null);
    }
  }

  Instant now() {
    return clock.instant();
  }

  DataSource writers() {
    return open.pools().writers();
  }

  private <T, X extends Exception> T transact(Handle handle, Change<T, X> work)
      throws X, SQLException {
    boolean committed = false;
    try (JdbcStoreTransaction transaction =
        new JdbcStoreTransaction(handle, open.bulk(), journal)) {
      T result = work.in(transaction);
      boolean events = transaction.complete(now());
      handle.getConnection().commit();
      committed = true;
      foundRoom();
      if (events) {
        signal.raise();
      }
      return result;
    } finally {
      if (!committed) {
        undo(handle.getConnection());
      }
    }
  }

  /** Transactions begin and end here, and messages repeat no values: they are logged. */
  private Jdbi jdbi(ConnectionFactory pool) {
    Jdbi jdbi =
        Jdbi.create(
            (ConnectionFactory)
                () -> {
                  requireOpen();
                  return pool.openConnection();
                });
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new PlatformException(
          PlatformError.CLOSING, "the central store is closed; open it again to use it");
    }
  }

  private RuntimeException translated(RuntimeException failed) {
    return open.faults().find(failed).map(RuntimeException.class::cast).orElse(failed);
  }

  /** An engine that has rolled back by itself, or is out of reach, refuses to do it again. */
  private void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      open.pools().discard(connection);
    }
  }
}
