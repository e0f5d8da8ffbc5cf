package dev.tributary.alerts.internal.intake;

import dev.tributary.alerts.internal.fold.MetricEntries;
import dev.tributary.alerts.internal.ledger.ReceiptLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes events into the log. Thread-safe. */
public final class LogIntake implements EventIntake {
  /** How far ahead of the platform's clock an event may be, unless it is set. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int LONGEST_KEY = 400;

  private final CentralStore store;
  private final InstantSource clock;
  private final Duration ahead;

  /**
   * Makes an intake.
   *
   * @param store holds the log
   * @param clock the present
   * @param ahead how far in the future an event may lie
   */
  public LogIntake(CentralStore store, InstantSource clock, Duration ahead) {
    this.store = store;
    this.clock = clock;
    this.ahead = ahead;
  }

  @Override
  public IntakeReceipt take(String origin, List<MetricEvent> events, @Nullable String key) {
    if (events.size() > MOST_EVENTS) {
      throw new IllegalArgumentException(
          events.size() + " events at once: hand in at most " + MOST_EVENTS);
    }
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new IllegalArgumentException(
          "idempotency key of " + key.length() + " characters: use 1 to " + LONGEST_KEY);
    }
    Instant now = clock.instant();
    List<MetricEvent> good = new ArrayList<>();
    List<IntakeReceipt.Refusal> refusals = new ArrayList<>();
    for (int index = 0; index < events.size(); index++) {
      judge(index, events.get(index), now, good, refusals);
    }
    IntakeReceipt receipt = new IntakeReceipt(good.size(), refusals, false);
    return store.<IntakeReceipt, RuntimeException>write(
        transaction -> store(transaction, origin, good, key, receipt, now));
  }

  private void judge(
      int index,
      MetricEvent event,
      Instant now,
      List<MetricEvent> good,
      List<IntakeReceipt.Refusal> refusals) {
    if (event.at().isAfter(now.plus(ahead))) {
      refusals.add(
          new IntakeReceipt.Refusal(
              index,
              "too_far_in_future",
              "its time "
                  + event.at()
                  + " is more than "
                  + ahead
                  + " ahead of "
                  + now
                  + "; check the clock of where it comes from"));
    } else if (!Double.isFinite(event.value())) {
      refusals.add(
          new IntakeReceipt.Refusal(
              index, "value_not_finite", "its value is " + event.value() + "; send a number"));
    } else {
      good.add(event);
    }
  }

  private static IntakeReceipt store(
      StoreTransaction transaction,
      String origin,
      List<MetricEvent> events,
      @Nullable String key,
      IntakeReceipt receipt,
      Instant now) {
    if (key != null) {
      Optional<IntakeReceipt> before = ReceiptLedger.find(transaction.connection(), key);
      if (before.isPresent()) {
        return before.get();
      }
      ReceiptLedger.add(transaction.connection(), key, receipt, now);
    }
    if (!events.isEmpty()) {
      transaction.append(AlertEventTypes.METRICS, origin, MetricEntries.data(events));
    }
    return receipt;
  }
}
