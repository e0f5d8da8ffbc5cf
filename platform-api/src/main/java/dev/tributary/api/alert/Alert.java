package dev.tributary.api.alert;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param status where it is in its life; the value is that of its latest transition
 * @param severity how much it matters
 * @param reason why it is where it is
 * @param annotations the texts that its rule has for people, such as {@code summary}, filled in
 * @param incident the id of the incident it belongs to; null if it belongs to none
 * @param acknowledgement who knows of it; null if nobody said so since it fired
 * @param disarmed true if it notifies again only after it was re-armed by hand
 */
public record Alert(
    AlertStatus status,
    Severity severity,
    String reason,
    Map<String, String> annotations,
    @Nullable String incident,
    @Nullable Acknowledgement acknowledgement,
    boolean disarmed) {
  /** Copies the texts. */
  public Alert {
    annotations = Map.copyOf(annotations);
  }

  /**
   * The same with texts for people.
   *
   * @param texts the texts, by what they are
   * @return an alert with these
   */
  public Alert saying(Map<String, String> texts) {
    return new Alert(status, severity, reason, texts, incident, acknowledgement, disarmed);
  }

  /**
   * Somebody knows.
   *
   * @param at since when
   * @param by who
   * @param comment what they said
   */
  public record Acknowledgement(Instant at, String by, String comment) {}
}
