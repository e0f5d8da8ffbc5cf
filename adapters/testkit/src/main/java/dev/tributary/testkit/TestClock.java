package dev.tributary.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. Thread-safe. */
public final class TestClock implements InstantSource {
  /** Where {@link #create()} begins: 2026-01-01T00:00:00Z. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now;
  private final Duration step;

  private TestClock(Instant start, Duration step) {
    this.now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
    this.step = step;
  }

  /**
   * A clock that stands at {@link #EPOCH}.
   *
   * @return the clock
   */
  public static TestClock create() {
    return at(EPOCH);
  }

  /**
   * A clock that stands at a moment.
   *
   * @param start what it shows
   * @return the clock
   */
  public static TestClock at(Instant start) {
    return new TestClock(start, Duration.ZERO);
  }

  /**
   * A clock that moves on every time somebody looks at it.
   *
   * @param start what it shows first
   * @param step by how much it moves after each look
   * @return the clock
   */
  public static TestClock stepping(Instant start, Duration step) {
    return new TestClock(start, step);
  }

  @Override
  public Instant instant() {
    return now.getAndUpdate(instant -> instant.plus(step));
  }

  /**
   * Moves the clock to a moment, which may lie in its past.
   *
   * @param instant what it shows from now on
   */
  public void set(Instant instant) {
    now.set(Objects.requireNonNull(instant, "instant"));
  }

  /**
   * Moves the clock on.
   *
   * @param duration by how much; negative moves it back
   */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public String toString() {
    return "TestClock " + now.get();
  }
}
