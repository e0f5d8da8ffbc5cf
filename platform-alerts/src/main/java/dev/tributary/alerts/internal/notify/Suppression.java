package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.ledger.Notice;
import dev.tributary.alerts.internal.ledger.NoticeLedger;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Inhibition;
import dev.tributary.api.alert.Silence;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert is not told of, if it is not.
 *
 * @param silences the silences of the present
 * @param inhibitions the inhibitions
 * @param active the labels of the alerts that are on, by fingerprint
 * @param now the present
 */
record Suppression(
    List<Silence> silences,
    List<Inhibition> inhibitions,
    Map<String, Map<String, String>> active,
    Instant now) {

  /** What holds a notice back, and until when if that is known. */
  record Hold(String reason, @Nullable Instant until) {}

  Optional<Hold> of(Connection connection, Notice notice, AlertState to) {
    if (to == AlertState.RESOLVED && NoticeLedger.untold(connection, notice)) {
      return Optional.of(new Hold("nobody was told that it fired", null));
    }
    return silence(notice).or(() -> inhibition(notice));
  }

  private Optional<Hold> silence(Notice notice) {
    return silences.stream()
        .filter(silence -> silence.covers(notice.labels(), now))
        .findFirst()
        .map(silence ->
            new Hold(
                "silence %s by %s until %s: %s"
                    .formatted(
                        silence.id(), silence.createdBy(), silence.endsAt(), silence.comment()),
                silence.endsAt()));
  }

  private Optional<Hold> inhibition(Notice notice) {
    return active.entrySet().stream()
        .filter(other -> !other.getKey().equals(notice.fingerprint()))
        .filter(other ->
            inhibitions.stream()
                .anyMatch(rule -> rule.holdsBack(other.getValue(), notice.labels())))
        .findFirst()
        .map(other ->
            new Hold(
                "held back by the alert "
                    + other.getValue().get("rule")
                    + " ("
                    + other.getKey()
                    + "), which is on",
                null));
  }
}
