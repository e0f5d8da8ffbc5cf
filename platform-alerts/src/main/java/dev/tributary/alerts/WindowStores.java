package dev.tributary.alerts;

import dev.tributary.alerts.internal.store.FallbackWindowStore;
import dev.tributary.alerts.internal.store.InMemoryWindowStore;
import dev.tributary.alerts.internal.store.JdbcWindowStore;
import dev.tributary.api.window.WindowStore;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Makes stores for the windows of rules. */
public final class WindowStores {
  /** How long a store that failed is left alone: 5 seconds. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private WindowStores() {}

  /**
   * A store that lives as long as the process.
   *
   * @return an empty store
   */
  public static WindowStore inMemory() {
    return new InMemoryWindowStore();
  }

  /**
   * A store in the central store, each write in a transaction of its own.
   *
   * @param store the central store; closing the window store leaves it open
   * @return the store
   */
  public static WindowStore jdbc(CentralStore store) {
    return new JdbcWindowStore(store);
  }

  /**
   * A store that another one stands in for as long as it does not work. Nothing is lost meanwhile:
   * whichever comes into use is given everything.
   *
   * @param preferred the store to use; tried again every {@link #RETRY_AFTER} after it failed
   * @param fallback the one that stands in for it; closed with it
   * @param clock the present
   * @param listener is told whenever another one comes into use
   * @return the store
   */
  public static WindowStore withFallback(
      WindowStore preferred,
      WindowStore fallback,
      InstantSource clock,
      Consumer<WindowStoreStatus> listener) {
    return new FallbackWindowStore(preferred, fallback, clock, RETRY_AFTER, listener);
  }
}
