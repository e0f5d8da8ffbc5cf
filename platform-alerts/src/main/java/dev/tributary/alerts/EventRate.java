package dev.tributary.alerts;

import dev.tributary.api.alert.EventPlan;
import java.time.Duration;
import java.util.function.DoubleUnaryOperator;

/**
 * How many events come per second, as time goes by.
 *
 * <pre>{@code
 * EventRate.seasonal(2, 0.8).plus(EventRate.burst(Duration.ofHours(9), Duration.ofMinutes(10), 20))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class EventRate {
  private static final double DAY = Duration.ofDays(1).toSeconds();

  private final DoubleUnaryOperator perSecond;
  private final double most;

  private EventRate(DoubleUnaryOperator perSecond, double most) {
    this.perSecond = perSecond;
    this.most = most;
  }

  /**
   * Always the same.
   *
   * @param perSecond events per second, from 0 to 1,000,000
   * @return the rate
   * @throws IllegalArgumentException if the number is out of range
   */
  public static EventRate steady(double perSecond) {
    double checked = checked(perSecond);
    return new EventRate(second -> checked, checked);
  }

  /**
   * Nothing but a stretch of time.
   *
   * @param after when it begins
   * @param length how long it lasts
   * @param perSecond events per second in it, from 0 to 1,000,000
   * @return the rate
   * @throws IllegalArgumentException if the number is out of range
   */
  public static EventRate burst(Duration after, Duration length, double perSecond) {
    double checked = checked(perSecond);
    double begin = after.toMillis() / 1000.0;
    double end = begin + length.toMillis() / 1000.0;
    return new EventRate(second -> second >= begin && second < end ? checked : 0, checked);
  }

  /**
   * A wave over the day, lowest when it begins and highest twelve hours later.
   *
   * @param perSecond events per second on average, from 0 to 1,000,000
   * @param swing how far the rate swings, as a share of the average from 0 to 1
   * @return the rate
   * @throws IllegalArgumentException if a number is out of range
   */
  public static EventRate seasonal(double perSecond, double swing) {
    double checked = checked(perSecond);
    if (!(swing >= 0 && swing <= 1)) {
      throw new IllegalArgumentException("swing " + swing + ": it must lie from 0 to 1");
    }
    return new EventRate(
        second -> checked * (1 - swing * StrictMath.cos(2 * Math.PI * second / DAY)),
        checked * (1 + swing));
  }

  /**
   * From one rate to another, evenly, and then the other.
   *
   * @param from events per second at first, from 0 to 1,000,000
   * @param to events per second at last, from 0 to 1,000,000
   * @param length how long the change takes, above zero
   * @return the rate
   * @throws IllegalArgumentException if a number is out of range
   */
  public static EventRate drift(double from, double to, Duration length) {
    double first = checked(from);
    double last = checked(to);
    double seconds = length.toMillis() / 1000.0;
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("drift over " + length + ": it must be above zero");
    }
    return new EventRate(
        second -> first + (last - first) * Math.min(1, second / seconds), Math.max(first, last));
  }

  /** The rate of a scenario over a stretch of time, as {@link EventPlan.Scenario} tells it. */
  static EventRate of(EventPlan.Scenario scenario, double usual, Duration length) {
    return switch (scenario) {
      case STEADY -> steady(usual);
      case BURST -> steady(usual).plus(part(length, 0.45, 0.55, 9 * usual));
      case SEASONAL -> seasonal(usual, 0.8);
      case DRIFT -> drift(usual, 3 * usual, length);
      case INCIDENT ->
          part(length, 0, 0.4, usual)
              .plus(part(length, 0.4, 0.5, 10 * usual))
              .plus(part(length, 0.6, 1, usual));
    };
  }

  private static EventRate part(Duration whole, double from, double until, double perSecond) {
    Duration after = Duration.ofMillis(Math.round(whole.toMillis() * from));
    return burst(
        after, Duration.ofMillis(Math.round(whole.toMillis() * until)).minus(after), perSecond);
  }

  /**
   * Both together.
   *
   * @param other another rate
   * @return the sum
   */
  public EventRate plus(EventRate other) {
    return new EventRate(
        second -> perSecond.applyAsDouble(second) + other.perSecond.applyAsDouble(second),
        most + other.most);
  }

  DoubleUnaryOperator perSecond() {
    return perSecond;
  }

  double most() {
    return most;
  }

  private static double checked(double perSecond) {
    if (!(perSecond >= 0 && perSecond <= 1_000_000)) {
      throw new IllegalArgumentException(
          "rate of " + perSecond + " events per second: it must lie from 0 to 1000000");
    }
    return perSecond;
  }
}
