package dev.tributary.api.alert;

/** What has to be true of a window for an alert. */
public sealed interface Condition {

  /**
   * The value exceeds a threshold.
   *
   * @param threshold the threshold; the alert ends at or below it
   * @return the condition
   */
  static Outside above(double threshold) {
    return above(threshold, threshold);
  }

  /**
   * The value exceeds a threshold, until it is down at a lower one.
   *
   * @param threshold the threshold
   * @param recovery at or below which a firing alert recovers; at most the threshold
   * @return the condition
   * @throws IllegalArgumentException if the recovery exceeds the threshold
   */
  static Outside above(double threshold, double recovery) {
    double least = Double.NEGATIVE_INFINITY;
    return new Outside(new Band(least, threshold), new Band(least, recovery));
  }

  /**
   * The value is below a threshold.
   *
   * @param threshold the threshold; the alert ends at or above it
   * @return the condition
   */
  static Outside below(double threshold) {
    return below(threshold, threshold);
  }

  /**
   * The value is below a threshold, until it is up at a higher one.
   *
   * @param threshold the threshold
   * @param recovery at or above which a firing alert recovers; at least the threshold
   * @return the condition
   * @throws IllegalArgumentException if the recovery is below the threshold
   */
  static Outside below(double threshold, double recovery) {
    double most = Double.POSITIVE_INFINITY;
    return new Outside(new Band(threshold, most), new Band(recovery, most));
  }

  /**
   * The value is not within bounds.
   *
   * @param low the least value that is in order
   * @param high the greatest value that is in order
   * @return the condition
   * @throws IllegalArgumentException if the bounds are in the wrong order
   */
  static Outside outside(double low, double high) {
    return new Outside(new Band(low, high), new Band(low, high));
  }

  /**
   * The value differs from that of the window one length before.
   *
   * @param percent by more than so many percent of the earlier value, above zero
   * @return the condition
   * @throws IllegalArgumentException if the percentage is not above zero
   */
  static ChangePercent changesByPercent(double percent) {
    return new ChangePercent(percent);
  }

  /**
   * The value is a multiple of that of the window one length before.
   *
   * @param factor at least so many times, above 1
   * @param least and at least so much, so that two after one is no spike; above zero
   * @return the condition
   * @throws IllegalArgumentException if a number is out of range
   */
  static Spike spikes(double factor, double least) {
    return new Spike(factor, least);
  }

  /**
   * The window holds no event.
   *
   * @return the condition
   */
  static Absent absent() {
    return new Absent();
  }

  /**
   * The value is unusual by the judgement of a detector, which sees every window's value.
   *
   * @param detector the name of the detector, such as {@code combined}
   * @return the condition
   */
  static Anomaly anomaly(String detector) {
    return new Anomaly(detector);
  }

  /**
   * Bounds, both included.
   *
   * @param low the lower one, negative infinity for none
   * @param high the upper one, positive infinity for none
   */
  record Band(double low, double high) {
    /** Refuses bounds that are no numbers, or in the wrong order. */
    public Band {
      if (!(low <= high)) {
        throw new IllegalArgumentException(
            "bounds " + low + " to " + high + ": the first must not exceed the second");
      }
    }

    /**
     * Tells whether a value lies within.
     *
     * @param value the value
     * @return true if neither bound is crossed
     */
    public boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  /**
   * See {@link Condition#above}, {@link Condition#below} and {@link Condition#outside}.
   *
   * @param normal outside of which the condition is true
   * @param recovered within which it is no longer true of a firing alert; no wider than normal
   */
  record Outside(Band normal, Band recovered) implements Condition {
    /** Refuses a recovery that would come before the alert. */
    public Outside {
      if (recovered.low() < normal.low() || recovered.high() > normal.high()) {
        throw new IllegalArgumentException(
            "recovery within "
                + recovered
                + " of an alert outside "
                + normal
                + ": it must not be wider, or the alert would end while it begins");
      }
    }

    /**
     * Makes a firing alert recover only within narrower bounds.
     *
     * @param low the least value at which it recovers
     * @param high the greatest value at which it recovers
     * @return the condition with recovery
     */
    public Outside recoveringWithin(double low, double high) {
      return new Outside(normal, new Band(low, high));
    }
  }

  /**
   * See {@link Condition#changesByPercent}.
   *
   * @param percent above zero
   */
  record ChangePercent(double percent) implements Condition {
    /** Refuses a percentage out of range. */
    public ChangePercent {
      if (!(percent > 0)) {
        throw new IllegalArgumentException("change of " + percent + " %: it must be above zero");
      }
    }
  }

  /**
   * See {@link Condition#spikes}.
   *
   * @param factor above 1
   * @param least above zero
   */
  record Spike(double factor, double least) implements Condition {
    /** Refuses numbers out of range. */
    public Spike {
      if (!(factor > 1) || !(least > 0)) {
        throw new IllegalArgumentException(
            "spike of factor "
                + factor
                + " and at least "
                + least
                + ": give a factor above 1 and a least value above zero");
      }
    }
  }

  /** See {@link Condition#absent()}. */
  record Absent() implements Condition {}

  /**
   * See {@link Condition#anomaly}.
   *
   * @param detector the name of the detector
   */
  record Anomaly(String detector) implements Condition {}
}
