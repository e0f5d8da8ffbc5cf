package dev.tributary.cli.internal.demo.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The bank in time: tick by tick, what its data centers give out. The same seed and beginning give
 * the same rows, down to the last cent. Not thread-safe.
 */
public final class Bank {
  /** How much time passes from one tick to the next. */
  public static final Duration TICK = Duration.ofMillis(250);

  private final Instant beginning;
  private final Map<Center, CenterTraffic> centers = new EnumMap<>(Center.class);
  private int tick;

  /**
   * Opens a bank.
   *
   * @param seed decides about everything that happens
   * @param beginning the time of tick 0
   */
  public Bank(long seed, Instant beginning) {
    this.beginning = beginning;
    for (Center center : Center.values()) {
      centers.put(center, new CenterTraffic(center, seed));
    }
  }

  /**
   * When a tick happens.
   *
   * @param number of the tick
   * @return its time
   */
  public Instant timeOf(int number) {
    return beginning.plus(TICK.multipliedBy(number));
  }

  /**
   * The number of the tick that {@link #next()} will give.
   *
   * @return 0 at first
   */
  public int tick() {
    return tick;
  }

  /**
   * Goes one tick on. The first one brings a week of history.
   *
   * @return what each data center gives out
   */
  public Map<Center, Traffic> next() {
    Map<Center, Traffic> all = new EnumMap<>(Center.class);
    Instant now = timeOf(tick);
    centers.forEach(
        (center, traffic) -> all.put(center, tick == 0 ? traffic.history(now) : at(traffic, now)));
    tick++;
    return all;
  }

  private Traffic at(CenterTraffic center, Instant now) {
    Traffic usual = center.usual(tick, now);
    List<Payment> payments = new ArrayList<>(usual.payments());
    payments.addAll(Incidents.ringPayments(center.center(), tick, now));
    List<Login> logins = new ArrayList<>(usual.logins());
    logins.addAll(Incidents.burstLogins(center.center(), tick, now));
    if (Incidents.isSilent(center.center(), tick)) {
      logins.clear();
    }
    return new Traffic(tick, usual.customers(), payments, logins);
  }
}
