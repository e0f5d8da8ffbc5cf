package dev.tributary.ingest.internal.run;

import dev.tributary.ingest.internal.ledger.Sha256;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Makes ids that are never used again and sort by time: milliseconds, a counter for those made in
 * the same millisecond, and 48 random bits, all in hexadecimal digits. Thread-safe.
 */
public final class Ids {
  private static final int LENGTH = 28;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long last;
  private int counter;

  /**
   * Makes it.
   *
   * @param clock tells the time
   */
  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Makes an id.
   *
   * @return 28 hexadecimal digits
   */
  public synchronized String next() {
    long now = Math.max(clock.millis(), last);
    counter = now == last ? counter + 1 : 0;
    last = now;
    return String.format(
        Locale.ROOT, "%012x%04x%012x", now, counter & 0xffff, random.nextLong() >>> 16);
  }

  /**
   * Makes the id that belongs to a name: the same one every time.
   *
   * @param name any text
   * @return 28 hexadecimal digits
   */
  public static String of(String name) {
    return Sha256.hex(name).substring(0, LENGTH);
  }
}
