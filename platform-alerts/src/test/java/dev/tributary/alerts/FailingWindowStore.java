package dev.tributary.alerts;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.window.WindowChanges;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.util.Random;

/** A store that fails now and then, or for as long as it is broken, and can lose everything. */
final class FailingWindowStore implements WindowStore {
  private final Random random;
  private WindowStore store = WindowStores.inMemory();
  boolean failing = true;
  boolean broken;

  FailingWindowStore(Random random) {
    this.random = random;
  }

  /** Begins anew, as a server does that keeps nothing on its disk. */
  void loseEverything() {
    store = WindowStores.inMemory();
  }

  private void attempt() {
    if (broken || (failing && random.nextInt(3) == 0)) {
      throw new PlatformException(
          PlatformError.STORE_UNAVAILABLE, "redis at 127.0.0.1:1 does not answer");
    }
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public WindowState read(String rule) {
    attempt();
    return store.read(rule);
  }

  @Override
  public boolean write(String rule, WindowChanges changes) {
    attempt();
    return store.write(rule, changes);
  }

  @Override
  public void drop(String rule) {
    store.drop(rule);
  }

  @Override
  public void close() {}
}
