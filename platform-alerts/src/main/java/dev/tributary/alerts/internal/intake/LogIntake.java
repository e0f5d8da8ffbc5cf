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
import java.util.Comparator;
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
    return take(new Parcel(AlertEventTypes.METRICS, origin, key), events, ahead);
  }

  @Override
  public IntakeReceipt takeHistory(String origin, List<MetricEvent> events, @Nullable String key) {
    return take(new Parcel(AlertEventTypes.HISTORY, origin, key), events, Duration.ZERO);
  }

  /** What is said of events that come together. */
  private record Parcel(String type, String origin, @Nullable String key) {}

  private IntakeReceipt take(Parcel parcel, List<MetricEvent> events, Duration most) {
    String key = parcel.key();
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
      MetricEvent event = events.get(index);
      if (event.at().isAfter(now.plus(most))) {
        refusals.add(
            new IntakeReceipt.Refusal(index, "too_far_in_future", tooFar(event, now, most)));
      } else if (!Double.isFinite(event.value())) {
        refusals.add(
            new IntakeReceipt.Refusal(
                index, "value_not_finite", "its value is " + event.value() + "; send a number"));
      } else {
        good.add(event);
      }
    }
    if (parcel.type().equals(AlertEventTypes.HISTORY)) {
      good.sort(Comparator.comparing(MetricEvent::at));
    }
    IntakeReceipt receipt = new IntakeReceipt(good.size(), refusals, false);
    return store.<IntakeReceipt, RuntimeException>write(
        transaction -> store(transaction, parcel, good, receipt, now));
  }

  private static String tooFar(MetricEvent event, Instant now, Duration most) {
    String time = "its time " + event.at() + " is ";
    return most.isZero()
        ? time + "after " + now + "; history ends with the present"
        : time
            + ("more than " + most + " ahead of " + now)
            + "; check the clock of where it comes from";
  }

  private static IntakeReceipt store(
      StoreTransaction transaction,
      Parcel parcel,
      List<MetricEvent> events,
      IntakeReceipt receipt,
      Instant now) {
    String key = parcel.key();
    if (key != null) {
      Optional<IntakeReceipt> before = ReceiptLedger.find(transaction.connection(), key);
      if (before.isPresent()) {
        return before.get();
      }
      ReceiptLedger.add(transaction.connection(), key, receipt, now);
    }
    if (!events.isEmpty()) {
      transaction.append(parcel.type(), parcel.origin(), MetricEntries.data(events));
    }
    return receipt;
  }
}
