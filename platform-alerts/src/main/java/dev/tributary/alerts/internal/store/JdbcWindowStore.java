package dev.tributary.alerts.internal.store;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import java.util.Locale;

/** Keeps windows in the central store, each write in a transaction of its own. */
public final class JdbcWindowStore implements WindowStore {
  private final CentralStore store;

  /**
   * Makes a store in another one.
   *
   * @param store the central store; closing this one leaves it open
   */
  public JdbcWindowStore(CentralStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return store.engine().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public WindowState read(String rule) {
    return store.<WindowState, RuntimeException>read(
        connection -> WindowTables.read(connection, rule));
  }

  @Override
  public boolean write(String rule, WindowChanges changes) {
    return store.<Boolean, RuntimeException>write(
        transaction -> WindowTables.write(transaction.connection(), store.engine(), rule, changes));
  }

  @Override
  public void drop(String rule) {
    store.<Boolean, RuntimeException>write(transaction -> {
      WindowTables.drop(transaction.connection(), rule);
      return true;
    });
  }

  @Override
  public void close() {}
}
