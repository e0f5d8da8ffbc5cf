package dev.tributary.api.alert;

import java.time.Duration;

/** When an alert that has fired may notify again. Its states and history do not depend on it. */
public sealed interface Rearm {
  /**
   * At once: each time it fires.
   *
   * @return the mode
   */
  static Rearm always() {
    return new Always();
  }

  /**
   * When some time has passed since it last notified that it fired.
   *
   * @param pause the time
   * @return the mode
   * @throws IllegalArgumentException if the time is not above zero
   */
  static Rearm after(Duration pause) {
    return new After(pause);
  }

  /**
   * When somebody arms it again.
   *
   * @return the mode
   */
  static Rearm byHand() {
    return new ByHand();
  }

  /** Each time. */
  record Always() implements Rearm {}

  /**
   * After a while.
   *
   * @param pause how long, in whole milliseconds
   */
  record After(Duration pause) implements Rearm {
    /** Refuses a pause that is not above zero. */
    public After {
      Spans.millis("rearm pause", pause);
    }
  }

  /** When somebody says so. */
  record ByHand() implements Rearm {}
}
