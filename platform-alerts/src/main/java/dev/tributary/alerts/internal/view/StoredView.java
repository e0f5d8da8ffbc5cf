package dev.tributary.alerts.internal.view;

import dev.tributary.core.CentralStore;
import dev.tributary.core.ReadWork;
import dev.tributary.core.StoreTransaction;
import dev.tributary.core.StoreWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A part of the store, and the present. Thread-safe. */
abstract class StoredView {
  private final CentralStore store;
  private final InstantSource clock;

  StoredView(CentralStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  final Instant now() {
    return clock.instant();
  }

  final <T> T read(ReadWork<T, RuntimeException> work) {
    return store.read(work);
  }

  final <T> T write(StoreWork<T, RuntimeException> work) {
    return store.write(work);
  }

  final void change(Consumer<StoreTransaction> work) {
    store.<Boolean, RuntimeException>write(transaction -> {
      work.accept(transaction);
      return true;
    });
  }
}
