package dev.tributary.alerts.internal.ledger;

import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Transition;
import java.sql.Connection;
import org.jdbi.v3.core.Jdbi;

/**
 * A transition of the history.
 *
 * @param transition what changed
 * @param severity how much the alert matters
 */
public record HistoryEntry(Transition transition, Severity severity) {

  /**
   * Finds a transition.
   *
   * @param connection any connection
   * @param id its id
   * @return the transition
   */
  public static HistoryEntry find(Connection connection, long id) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_history WHERE id = :id")
        .bind("id", id)
        .map(AlertLedger::event)
        .map(event -> new HistoryEntry(event.transition(), event.severity()))
        .one();
  }
}
