package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way.
 *
 * @param notification what is sent
 * @param channel through which channel
 * @param status how far it is
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next; null if it is not
 * @param deliveredAt when it was delivered; null if it was not
 * @param error what went wrong the last time; null if nothing did
 */
public record Delivery(
    Notification notification,
    String channel,
    Status status,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant deliveredAt,
    @Nullable String error) {

  /** How far it is. */
  public enum Status {
    /** It waits for its next attempt. */
    PENDING,
    /** It was delivered. */
    DELIVERED,
    /** It could not be delivered. */
    DEAD
  }
}
