package dev.tributary.alerts.internal.engine;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.core.StoreTransaction;
import java.time.Instant;
import java.util.List;

/** Something that follows from transitions, stored in the transaction that stores them. */
@FunctionalInterface
public interface Consequence {

  /**
   * Draws the consequence.
   *
   * @param transaction the transaction of the evaluation
   * @param transitions what changed, in order; each is seen once in a committed transaction
   * @param now the present
   */
  void of(StoreTransaction transaction, List<Recorded> transitions, Instant now);
}
