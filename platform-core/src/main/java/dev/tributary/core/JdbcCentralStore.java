package dev.tributary.core;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.event.EventJournal;
import dev.tributary.core.internal.event.EventRows;
import dev.tributary.core.internal.event.EventSignal;
import dev.tributary.core.internal.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The central store on a relational database. */
final class JdbcCentralStore implements CentralStore {
  private final OpenStore open;
  private final InstantSource clock;
  private final EventJournal journal;
  private final EventRows rows;
  private final EventSignal signal;
  private final Datasets datasets;
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);
  private final AtomicBoolean closed = new AtomicBoolean();

  JdbcCentralStore(OpenStore open, InstantSource clock, Json json) {
    this.open = open;
    this.clock = clock;
    this.journal = new EventJournal(json);
    this.rows = new EventRows(json);
    this.signal = new EventSignal(open.look());
    this.datasets = new JdbcDatasets(this, open.dialect(), json);
  }

  @Override
  public <T, X extends Exception> T write(StoreWork<T, X> work) throws X {
    if (writing.get()) {
      throw new IllegalStateException("a write inside a write: use the transaction at hand");
    }
    writing.set(true);
    try (Connection connection = borrow(open.pools()::writer)) {
      return transact(connection, work);
    } catch (SQLException trouble) {
      throw open.faults().of(trouble);
    } catch (RuntimeException failed) {
      throw translated(failed);
    } finally {
      writing.remove();
    }
  }

  @Override
  public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
    try (Connection connection = borrow(open.pools()::reader)) {
      T result = work.in(connection);
      connection.rollback();
      return result;
    } catch (SQLException trouble) {
      throw open.faults().of(trouble);
    } catch (RuntimeException failed) {
      throw translated(failed);
    }
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
    return write(transaction ->
        rows.trim(transaction.connection(), now(), retention.age(), retention.count()));
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
    try (Connection connection = borrow(open.pools()::writer);
        Statement statement = connection.createStatement()) {
      statement.execute(lock.take());
      try {
        return work.get();
      } finally {
        statement.execute(lock.release());
      }
    } catch (SQLException trouble) {
      throw open.faults().of(trouble);
    }
  }

  Instant now() {
    return clock.instant();
  }

  DataSource writers() {
    return open.pools().writers();
  }

  private <T, X extends Exception> T transact(Connection connection, StoreWork<T, X> work)
      throws X, SQLException {
    boolean committed = false;
    try (JdbcStoreTransaction transaction =
        new JdbcStoreTransaction(connection, open.bulk(), journal)) {
      T result = work.in(transaction);
      boolean events = transaction.complete(now());
      connection.commit();
      committed = true;
      if (events) {
        signal.raise();
      }
      return result;
    } finally {
      if (!committed) {
        undo(connection);
      }
    }
  }

  private Connection borrow(Borrowing pool) throws SQLException {
    if (closed.get()) {
      throw new PlatformException(
          PlatformError.CLOSING, "the central store is closed; open it again to use it");
    }
    return pool.borrow();
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

  private interface Borrowing {
    Connection borrow() throws SQLException;
  }
}
