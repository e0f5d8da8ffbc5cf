package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of telling somebody of a transition.
 *
 * @param event the id of the transition
 * @param to the state the alert went to
 * @param channel through which channel; empty if no route leads anywhere
 * @param outcome what became of it
 * @param reason why, in words
 * @param notification the id of the notification that tells it; null if none does
 * @param at since when
 */
public record NoticeTrace(
    long event,
    AlertState to,
    String channel,
    Outcome outcome,
    String reason,
    @Nullable String notification,
    Instant at) {

  /** What became of it. */
  public enum Outcome {
    /** Its group waits for more, or for its turn. */
    WAITING,
    /** It is part of a notification that is on its way. */
    SENDING,
    /** It was delivered. */
    DELIVERED,
    /** It was held back on purpose. */
    SUPPRESSED,
    /** It could not be delivered. */
    DEAD
  }
}
