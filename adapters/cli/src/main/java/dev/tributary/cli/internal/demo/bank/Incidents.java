package dev.tributary.cli.internal.demo.bank;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What goes wrong at the bank, always in the same way; {@code docs/demo.md} tells the story. */
public final class Incidents {
  /** The customer whose password somebody guesses. */
  public static final String BURST_CUSTOMER = "FRA-C00042";

  /** The address the guesses come from. */
  public static final String BURST_ADDRESS = "203.0.113.66";

  /** The device that eight customers of two data centers share. */
  public static final String RING_DEVICE = "dev-ring-0001";

  /** The account that the ring pays to. */
  public static final String RING_ACCOUNT = "ACC-MULE-0001";

  private static final int BURST_BEGINS = 40;
  private static final int BURST_ENDS = 64;
  private static final int GUESSES_PER_TICK = 5;
  private static final int RING_BEGINS = 60;
  private static final int RING_ENDS = 100;
  private static final int RING_MEMBERS = 4;
  private static final int SILENCE_BEGINS = 40;
  private static final int SILENCE_ENDS = 190;

  private Incidents() {}

  /** 120 wrong passwords within six seconds, then a right one. */
  static List<Login> burstLogins(Center center, int tick, Instant now) {
    if (center != Center.FRA || tick < BURST_BEGINS || tick > BURST_ENDS) {
      return List.of();
    }
    if (tick == BURST_ENDS) {
      return List.of(burst("FRA-LBURST-IN", true, now));
    }
    return IntStream.range(0, GUESSES_PER_TICK)
        .mapToObj(n -> "FRA-LBURST-%03d".formatted((tick - BURST_BEGINS) * GUESSES_PER_TICK + n))
        .map(id -> burst(id, false, now))
        .toList();
  }

  /** Payments just below ten thousand, in turn from Frankfurt and Singapore, to one account. */
  static List<Payment> ringPayments(Center center, int tick, Instant now) {
    Center turn = tick % 2 == 0 ? Center.FRA : Center.SGP;
    if (center != turn || tick < RING_BEGINS || tick >= RING_ENDS) {
      return List.of();
    }
    int number = (tick - RING_BEGINS) / 2;
    String customer = "%s-C%05d".formatted(center, 7 + number % RING_MEMBERS);
    long cents = 980_000 + (number * 733L) % 19_000;
    return List.of(
        new Payment(
            "%s-PRING-%02d".formatted(center, number),
            customer,
            cents,
            center.currency(),
            "transfer",
            RING_ACCOUNT,
            RING_DEVICE,
            "completed",
            now,
            now,
            false));
  }

  /** The job in New York that exports logins dies, until somebody starts it again. */
  static boolean isSilent(Center center, int tick) {
    return center == Center.NYC && tick >= SILENCE_BEGINS && tick < SILENCE_ENDS;
  }

  private static Login burst(String id, boolean success, Instant now) {
    return new Login(id, BURST_CUSTOMER, success, BURST_ADDRESS, "dev-unknown", "RO", now, false);
  }
}
