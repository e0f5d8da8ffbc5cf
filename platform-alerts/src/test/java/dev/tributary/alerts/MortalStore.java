package dev.tributary.alerts;

import dev.tributary.api.event.EventLog;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.core.CentralStore;
import dev.tributary.core.Datasets;
import dev.tributary.core.EventRetention;
import dev.tributary.core.ReadWork;
import dev.tributary.core.StoreEngine;
import dev.tributary.core.StoreWork;
import javax.sql.DataSource;

/**
 * A store as a process sees it that dies at a chosen transaction, right before or right after it is
 * committed. Until it is reborn nothing can be read or written.
 */
final class MortalStore implements CentralStore {
  private final CentralStore store;
  private int writesLeft = Integer.MAX_VALUE;
  private boolean afterCommit;
  private boolean dead;

  MortalStore(CentralStore store) {
    this.store = store;
  }

  /** Chooses the transaction to die at; 1 is the next one. */
  synchronized void dieAt(int write, boolean committed) {
    writesLeft = write;
    afterCommit = committed;
  }

  /** Dies at once. */
  synchronized Died die() {
    dead = true;
    return new Died();
  }

  synchronized boolean dead() {
    return dead;
  }

  synchronized void rebirth() {
    dead = false;
    writesLeft = Integer.MAX_VALUE;
  }

  private synchronized boolean last() {
    if (dead) {
      throw new Died();
    }
    writesLeft--;
    return writesLeft == 0;
  }

  @Override
  public <T, X extends Exception> T write(StoreWork<T, X> work) throws X {
    if (!last()) {
      return store.write(work);
    }
    if (afterCommit) {
      store.write(work);
      throw die();
    }
    return store.<T, X>write(transaction -> {
      work.in(transaction);
      throw die();
    });
  }

  @Override
  public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
    if (dead()) {
      throw new Died();
    }
    return store.read(work);
  }

  @Override
  public DataSource guests() {
    return store.guests();
  }

  @Override
  public StoreEngine engine() {
    return store.engine();
  }

  @Override
  public StoreInspector inspector() {
    return store.inspector();
  }

  @Override
  public EventLog events() {
    return store.events();
  }

  @Override
  public long trim(EventRetention retention) {
    return store.trim(retention);
  }

  @Override
  public Datasets datasets() {
    return store.datasets();
  }

  @Override
  public void close() {
    store.close();
  }

  /** The end of the process. Nothing may catch it. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }
}
