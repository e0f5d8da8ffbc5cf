package dev.tributary.nl2sql;

import java.time.Duration;

/**
 * What one query may take. Immutable.
 *
 * @param time how long it may run, waiting for a connection included; at least a millisecond
 * @param rows how many rows are kept, at least 1
 * @param bytes about how many bytes of values are kept, at least 1
 */
public record QueryLimits(Duration time, int rows, long bytes) {
  /** Half a minute, 10,000 rows, 16 MiB. */
  public static final QueryLimits DEFAULT =
      new QueryLimits(Duration.ofSeconds(30), 10_000, 16L * 1024 * 1024);

  /**
   * Checks the parts.
   *
   * @param time how long it may run
   * @param rows how many rows are kept
   * @param bytes how many bytes are kept
   */
  public QueryLimits {
    insist(time.toMillis() >= 1, "time is " + time + ": use at least a millisecond");
    insist(rows >= 1 && rows < Integer.MAX_VALUE, "rows is " + rows + ": use at least 1");
    insist(bytes >= 1, "bytes is " + bytes + ": use at least 1");
  }

  /**
   * The same limits with another time.
   *
   * @param value how long a query may run
   * @return the limits
   */
  public QueryLimits withTime(Duration value) {
    return new QueryLimits(value, rows, bytes);
  }

  /**
   * The same limits with other rows.
   *
   * @param value how many rows are kept
   * @return the limits
   */
  public QueryLimits withRows(int value) {
    return new QueryLimits(time, value, bytes);
  }

  /**
   * The same limits with other bytes.
   *
   * @param value about how many bytes are kept
   * @return the limits
   */
  public QueryLimits withBytes(long value) {
    return new QueryLimits(time, rows, value);
  }

  private static void insist(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
