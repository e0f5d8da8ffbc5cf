package dev.tributary.api.alert;

import java.time.Duration;

/** Over which stretch of event time a metric is looked at. All spans are whole milliseconds. */
public sealed interface Window {
  /** The most panes that a window may be cut into: {@value}. */
  int MOST_PANES = 10_000;

  /**
   * A window that moves on in the greatest steps that cut it into at most 60 panes of whole
   * milliseconds.
   *
   * @param length how much event time it covers
   * @return the window
   * @throws IllegalArgumentException if the length is not above zero
   */
  static Sliding sliding(Duration length) {
    long millis = Spans.millis("window length", length);
    long panes = Math.min(60, millis);
    while (millis % panes != 0) {
      panes--;
    }
    return new Sliding(length, Duration.ofMillis(millis / panes));
  }

  /**
   * A window that moves on in steps.
   *
   * @param length how much event time it covers
   * @param step how far it moves on at a time; divides the length
   * @return the window
   * @throws IllegalArgumentException if a span is not acceptable
   */
  static Sliding sliding(Duration length, Duration step) {
    return new Sliding(length, step);
  }

  /**
   * Windows that follow one another without overlap.
   *
   * @param length how much event time each covers
   * @return the window
   * @throws IllegalArgumentException if the length is not above zero
   */
  static Sliding tumbling(Duration length) {
    return new Sliding(length, length);
  }

  /**
   * A window that lasts as long as events follow one another.
   *
   * @param gap how much event time without an event ends it
   * @return the window
   * @throws IllegalArgumentException if the gap is not above zero
   */
  static Session session(Duration gap) {
    return new Session(gap);
  }

  /**
   * A window of fixed length, looked at whenever a whole number of steps has passed since the
   * epoch. At such a moment it holds exactly the events from {@code moment - length}, inclusive, to
   * {@code moment}, exclusive.
   *
   * @param length how much event time it covers
   * @param step how far it moves on at a time; divides the length into at most {@link #MOST_PANES}
   */
  record Sliding(Duration length, Duration step) implements Window {
    /** Refuses spans that do not fit. */
    public Sliding {
      long lengthMillis = Spans.millis("window length", length);
      long stepMillis = Spans.millis("window step", step);
      if (lengthMillis % stepMillis != 0 || lengthMillis / stepMillis > MOST_PANES) {
        throw new IllegalArgumentException(
            "A window of "
                + length
                + " cannot move in steps of "
                + step
                + ": choose a step that divides it into 1 to "
                + MOST_PANES
                + " panes");
      }
    }

    /**
     * The number of steps that the window is long.
     *
     * @return at least 1
     */
    public int panes() {
      return (int) (length.toMillis() / step.toMillis());
    }
  }

  /**
   * A window that begins with an event and ends when none has come for a while; it is looked at
   * once, at its end.
   *
   * @param gap how much event time without an event ends it
   */
  record Session(Duration gap) implements Window {
    /** Refuses a gap that is not above zero. */
    public Session {
      Spans.millis("session gap", gap);
    }
  }
}
