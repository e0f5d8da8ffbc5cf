package dev.tributary.alerts.internal.store;

import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import dev.tributary.api.window.WindowStoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps windows in one store, and in another one as long as the first does not work. Neither needs
 * to know of the other: whichever comes into use holds an older revision than the windows build
 * upon, and is given everything.
 */
public final class FallbackWindowStore implements WindowStore {
  private final WindowStore preferred;
  private final WindowStore fallback;
  private final InstantSource clock;
  private final Duration retryAfter;
  private final Consumer<WindowStoreStatus> listener;
  private volatile WindowStoreStatus status;
  private Instant lastTry = Instant.MIN;

  /**
   * Makes a store of two.
   *
   * @param preferred the one to use; it is tried first
   * @param fallback the one that stands in for it
   * @param clock the present
   * @param retryAfter how long to leave the preferred one alone after it failed
   * @param listener is told whenever another one comes into use
   */
  public FallbackWindowStore(
      WindowStore preferred,
      WindowStore fallback,
      InstantSource clock,
      Duration retryAfter,
      Consumer<WindowStoreStatus> listener) {
    this.preferred = preferred;
    this.fallback = fallback;
    this.clock = clock;
    this.retryAfter = retryAfter;
    this.listener = listener;
    this.status = new WindowStoreStatus(preferred.name(), preferred.name(), clock.instant(), "");
  }

  /**
   * Which one is in use.
   *
   * @return the status
   */
  public WindowStoreStatus status() {
    return status;
  }

  @Override
  public String name() {
    return preferred.name();
  }

  /**
   * Either may hold the newer revision: the preferred one may have been down when it was written.
   */
  @Override
  public WindowState read(String rule) {
    WindowState kept = fallback.read(rule);
    WindowState better = tried(() -> preferred.read(rule), WindowState::none);
    return better.revision() >= kept.revision() ? better : kept;
  }

  @Override
  public boolean write(String rule, WindowChanges changes) {
    return tried(() -> preferred.write(rule, changes), () -> fallback.write(rule, changes));
  }

  @Override
  public void drop(String rule) {
    fallback.drop(rule);
    tried(
        () -> {
          preferred.drop(rule);
          return true;
        },
        () -> false);
  }

  private synchronized <T> T tried(Supplier<T> work, Supplier<T> otherwise) {
    Instant now = clock.instant();
    if (status.degraded() && Duration.between(lastTry, now).compareTo(retryAfter) < 0) {
      return otherwise.get();
    }
    lastTry = now;
    T result;
    try {
      result = work.get();
    } catch (RuntimeException failed) {
      // Whatever a store throws, the other one still works.
      use(fallback, String.valueOf(failed.getMessage()));
      return otherwise.get();
    }
    use(preferred, "");
    return result;
  }

  private void use(WindowStore store, String reason) {
    if (!store.name().equals(status.inUse())) {
      status = new WindowStoreStatus(preferred.name(), store.name(), clock.instant(), reason);
      listener.accept(status);
    }
  }

  @Override
  public void close() {
    preferred.close();
    fallback.close();
  }
}
