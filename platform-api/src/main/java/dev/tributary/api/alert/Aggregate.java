package dev.tributary.api.alert;

/** What the events of a window are condensed to. */
public sealed interface Aggregate {

  /**
   * How many events there are.
   *
   * @return the aggregate; 0 for an empty window
   */
  static Aggregate count() {
    return Basic.COUNT;
  }

  /**
   * The sum of the values.
   *
   * @return the aggregate; 0 for an empty window
   */
  static Aggregate sum() {
    return Basic.SUM;
  }

  /**
   * The mean of the values.
   *
   * @return the aggregate; an empty window has none
   */
  static Aggregate average() {
    return Basic.AVERAGE;
  }

  /**
   * The least value.
   *
   * @return the aggregate; an empty window has none
   */
  static Aggregate min() {
    return Basic.MIN;
  }

  /**
   * The greatest value.
   *
   * @return the aggregate; an empty window has none
   */
  static Aggregate max() {
    return Basic.MAX;
  }

  /**
   * The value of the newest event; of several at the same time, the greatest.
   *
   * @return the aggregate; an empty window has none
   */
  static Aggregate last() {
    return Basic.LAST;
  }

  /**
   * Events per second, over the length of the window.
   *
   * @return the aggregate; 0 for an empty window
   */
  static Aggregate rate() {
    return Basic.RATE;
  }

  /**
   * How many different values a label has; exact up to 10,000 in each pane of the window.
   *
   * @param label the label
   * @return the aggregate; 0 for an empty window
   */
  static Aggregate distinct(String label) {
    return new Distinct(label);
  }

  /**
   * The value that a share of the values does not exceed, within 1 % of it.
   *
   * @param percent the share in percent, from 0 to 100
   * @return the aggregate; an empty window has none
   * @throws IllegalArgumentException if the share is out of range
   */
  static Aggregate percentile(double percent) {
    return new Percentile(percent);
  }

  /** The aggregates that need no setting. */
  enum Basic implements Aggregate {
    /** See {@link Aggregate#count()}. */
    COUNT,
    /** See {@link Aggregate#sum()}. */
    SUM,
    /** See {@link Aggregate#average()}. */
    AVERAGE,
    /** See {@link Aggregate#min()}. */
    MIN,
    /** See {@link Aggregate#max()}. */
    MAX,
    /** See {@link Aggregate#last()}. */
    LAST,
    /** See {@link Aggregate#rate()}. */
    RATE
  }

  /**
   * See {@link Aggregate#distinct}.
   *
   * @param label whose values are counted
   */
  record Distinct(String label) implements Aggregate {
    /** Refuses a label without a name. */
    public Distinct {
      if (label.isBlank()) {
        throw new IllegalArgumentException("distinct needs the name of a label");
      }
    }
  }

  /**
   * See {@link Aggregate#percentile}.
   *
   * @param percent from 0 to 100
   */
  record Percentile(double percent) implements Aggregate {
    /** Refuses a share out of range. */
    public Percentile {
      if (!(percent >= 0 && percent <= 100)) {
        throw new IllegalArgumentException("percentile " + percent + ": it must lie from 0 to 100");
      }
    }
  }
}
