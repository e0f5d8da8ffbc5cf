package dev.tributary.core;

import dev.tributary.api.event.EventLog;
import dev.tributary.api.store.StoreInspector;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * The one store that everything flows into. Thread-safe.
 *
 * <p>Database trouble reaches callers as {@link dev.tributary.api.error.PlatformException} with
 * {@link dev.tributary.api.error.PlatformError#STORE_UNAVAILABLE} or {@link
 * dev.tributary.api.error.PlatformError#STORE_FULL}; the store itself stays usable and recovers as
 * soon as the database does.
 */
public interface CentralStore extends AutoCloseable {

  /**
   * Opens a store and brings its schema up to date.
   *
   * @param config where it is
   * @param clock tells the times of events and schema versions
   * @return the open store
   * @throws dev.tributary.api.error.PlatformException if it cannot be reached, is damaged, full,
   *     read-only, in use by another process, or was written by a newer version; the message says
   *     which and what to do
   */
  static CentralStore open(StoreConfig config, InstantSource clock) {
    return StoreOpening.open(config).with(clock);
  }

  /**
   * Does work in one transaction: all of it is stored, or none. On SQLite one such work runs at a
   * time; the others wait their turn.
   *
   * @param work the work; it must not call {@code write} again
   * @return what the work returned
   * @param <T> what the work returns
   * @param <X> the exception of its own that the work may throw
   * @throws X whatever the work throws of its own; nothing is stored then
   */
  <T, X extends Exception> T write(StoreWork<T, X> work) throws X;

  /**
   * Reads, on a connection on which the engine itself refuses every write. All statements see one
   * state of the store.
   *
   * @param work the reading
   * @return what the work returned
   * @param <T> what the work returns
   * @param <X> the exception of its own that the work may throw
   * @throws X whatever the work throws of its own
   */
  <T, X extends Exception> T read(ReadWork<T, X> work) throws X;

  /**
   * Connections for queries that others have written, such as answers to questions. They are in
   * auto-commit mode, the engine refuses every write on them, and they are a pool of their own, so
   * that a slow query keeps nobody else waiting.
   *
   * @return where to get connections; closed with the store
   */
  DataSource guests();

  /**
   * The engine it runs on.
   *
   * @return the engine
   */
  StoreEngine engine();

  /**
   * A look into the store.
   *
   * @return the inspector
   */
  StoreInspector inspector();

  /**
   * The log that {@link StoreTransaction#append} writes to.
   *
   * @return the event log
   */
  EventLog events();

  /**
   * Drops the oldest events. Readers that have not seen them yet are told of a gap.
   *
   * @param retention what to keep
   * @return how many events were dropped
   */
  long trim(EventRetention retention);

  /**
   * The datasets and their tables.
   *
   * @return the registry
   */
  Datasets datasets();

  /** Closes it. Work in hand is given ten seconds to end. Closing again does nothing. */
  @Override
  void close();
}
