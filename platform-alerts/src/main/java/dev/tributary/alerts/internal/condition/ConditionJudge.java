package dev.tributary.alerts.internal.condition;

import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.Judgement;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Judges the windows of one series by one condition, in the order of time. Makers of detectors and
 * windows know nothing of one another; this is where they meet. Not thread-safe.
 */
public interface ConditionJudge {
  /**
   * Judges a window and remembers it.
   *
   * @param reading what the window shows
   * @param active whether the alert is on, so that the condition has to recover to be untrue
   * @return whether the condition holds
   */
  Truth judge(Reading reading, boolean active);

  /**
   * Says in words what the latest judgement rests on.
   *
   * @param reading the latest window
   * @return such as {@code 51 is above 50}
   */
  String reason(Reading reading);

  /**
   * What a detector said of the latest window.
   *
   * @return the judgement; null where no detector judges
   */
  default @Nullable Judgement judgement() {
    return null;
  }

  /**
   * Takes note that the incident that goes on is known: nothing is to remain of what was learned
   * from it, and nothing more to be learned until it is over. A judge that learns nothing ignores
   * it.
   */
  default void acknowledged() {}

  /** Takes note that the alert is over. */
  default void over() {}

  /**
   * Tells whether more windows without events would all be judged like the latest one.
   *
   * @return true if time alone changes nothing, as where nothing is remembered
   */
  default boolean settled() {
    return true;
  }

  /**
   * Writes what is remembered, if anything is.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  default void save(DataOutput out) throws IOException {}

  /**
   * Replaces what is remembered by what was saved.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  default void restore(DataInput in) throws IOException {}
}
