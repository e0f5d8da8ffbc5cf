package dev.tributary.alerts;

import dev.tributary.alerts.internal.engine.WindowKeeper;
import dev.tributary.alerts.internal.store.FallbackWindowStore;
import dev.tributary.alerts.internal.store.JdbcWindowStore;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.window.WindowStore;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the windows of an engine are kept, and how that goes.
 *
 * @param keeper keeps them
 * @param status tells which store is in use
 */
record RuleWindows(WindowKeeper keeper, Supplier<WindowStoreStatus> status) {
  private static final Logger LOG = System.getLogger(RuleWindows.class.getName());

  /** The windows of a place. */
  static RuleWindows in(
      WindowPlace place, CentralStore store, Optional<WindowStore> cache, InstantSource clock) {
    return switch (place) {
      case MEMORY -> new RuleWindows(WindowKeeper.none(), always("memory", clock));
      case STORE -> {
        WindowStore rows = new JdbcWindowStore(store);
        yield new RuleWindows(WindowKeeper.in(rows), always(rows.name(), clock));
      }
      case REDIS -> {
        WindowStore preferred = cache.orElseThrow(RuleWindows::missing);
        FallbackWindowStore windows =
            new FallbackWindowStore(
                preferred,
                new JdbcWindowStore(store),
                clock,
                WindowStores.RETRY_AFTER,
                status -> say(store, status));
        yield new RuleWindows(WindowKeeper.in(windows), windows::status);
      }
    };
  }

  private static Supplier<WindowStoreStatus> always(String name, InstantSource clock) {
    WindowStoreStatus status = new WindowStoreStatus(name, name, clock.instant(), "");
    return () -> status;
  }

  private static PlatformException missing() {
    return new PlatformException(
        PlatformError.INVALID_REQUEST,
        "windows are to be kept on Redis, but there is none: add the section redis, or choose"
            + " memory or store for alerts.windows");
  }

  private static void say(CentralStore store, WindowStoreStatus status) {
    LOG.log(
        status.degraded() ? Level.WARNING : Level.INFO,
        "windows are kept in " + status.inUse() + " from now on " + status.reason());
    store.<Boolean, RuntimeException>write(transaction -> {
      transaction.append(
          AlertEventTypes.WINDOWS_MOVED,
          status.inUse(),
          Map.of("preferred", status.preferred(), "reason", status.reason()));
      return true;
    });
  }
}
