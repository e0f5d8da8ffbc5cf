package dev.tributary.connector.jdbc.internal.settings;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a reading goes back behind the last cursor, for rows that were committed late. A cursor
 * that is a time takes the duration, one that is a number the count.
 *
 * @param duration how much time, null if a count was configured
 * @param count how many numbers, null if a duration was configured
 */
public record Overlap(@Nullable Duration duration, @Nullable BigDecimal count) {
  /** The time unless configured otherwise: 30 seconds. */
  public static final Duration DEFAULT_DURATION = Duration.ofSeconds(30);

  /** The numbers unless configured otherwise: 1000. */
  public static final BigDecimal DEFAULT_COUNT = BigDecimal.valueOf(1000);

  /**
   * The usual overlap for both kinds of cursor.
   *
   * @return the defaults
   */
  public static Overlap usual() {
    return new Overlap(DEFAULT_DURATION, DEFAULT_COUNT);
  }
}
