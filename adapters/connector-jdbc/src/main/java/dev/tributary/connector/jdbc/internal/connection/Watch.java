package dev.tributary.connector.jdbc.internal.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.sqlite.ProgressHandler;

/**
 * Ends a statement of SQLite that runs too long or whose thread is interrupted. The driver's own
 * query time-out ends only waits for locks.
 */
final class Watch extends ProgressHandler {
  private static final int INSTRUCTIONS = 50_000;

  private final LongSupplier ticker;
  private final long limitNanos;
  private long begun;

  private Watch(LongSupplier ticker, Duration limit) {
    this.ticker = ticker;
    this.limitNanos = limit.toNanos();
    this.begun = ticker.getAsLong();
  }

  static Watch over(Connection connection, Duration limit, LongSupplier ticker)
      throws SQLException {
    Watch watch = new Watch(ticker, limit);
    setHandler(connection, INSTRUCTIONS, watch);
    return watch;
  }

  /** A statement begins now. */
  void begin() {
    begun = ticker.getAsLong();
  }

  @Override
  protected int progress() {
    boolean tooLong = ticker.getAsLong() - begun > limitNanos;
    return tooLong || Thread.currentThread().isInterrupted() ? 1 : 0;
  }
}
