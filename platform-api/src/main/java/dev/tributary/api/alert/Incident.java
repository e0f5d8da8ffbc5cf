package dev.tributary.api.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that belong together, with the reason for each.
 *
 * @param id its id
 * @param title what it is, in words
 * @param severity that of its gravest alert
 * @param openedAt when its first alert fired
 * @param closedAt when its last alert ended; null while one is on
 * @param acknowledgedBy who knows of it; null if nobody said so
 * @param members its alerts in the order in which they came
 */
public record Incident(
    String id,
    String title,
    Severity severity,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String acknowledgedBy,
    List<Member> members) {
  /** Copies the members. */
  public Incident {
    members = List.copyOf(members);
  }

  /**
   * An alert of an incident.
   *
   * @param fingerprint the alert
   * @param joinedAt when it fired
   * @param link what links it
   * @param reason the link in words
   */
  public record Member(String fingerprint, Instant joinedAt, Link link, String reason) {}

  /** What links an alert to an incident. */
  public enum Link {
    /** It is the first one. */
    FIRST,
    /** It is about the same source. */
    SAME_SOURCE,
    /** It is of the same data center. */
    SAME_DATA_CENTER,
    /** It is of the same rule in another data center. */
    SAME_RULE,
    /** It shares another label. */
    SHARED_LABEL
  }
}
