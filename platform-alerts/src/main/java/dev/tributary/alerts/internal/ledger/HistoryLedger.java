package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.Transition;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what happened to alerts, and how they stand. Stateless. */
public final class HistoryLedger {
  private HistoryLedger() {}

  /**
   * Notes transitions.
   *
   * @param connection the connection of a transaction
   * @param transitions what changed, in order
   * @param now the present
   */
  public static void record(Connection connection, List<Recorded> transitions, Instant now) {
    if (transitions.isEmpty()) {
      return;
    }
    Handle handle = Jdbi.open(connection);
    PreparedBatch insert =
        handle.prepareBatch(
            "INSERT INTO alert_history (id, fingerprint, rule_id, labels, severity, from_state,"
                + " to_state, at, active_at, value, reason, recorded_at, notable) VALUES (:id,"
                + " :fingerprint, :rule, :labels, :severity, :from, :to, :at, :active, :value,"
                + " :reason, :now, :notable)");
    for (Recorded recorded : transitions) {
      Transition transition = recorded.transition();
      insert
          .bind("id", recorded.id())
          .bind("fingerprint", transition.alert().fingerprint())
          .bind("rule", transition.alert().rule())
          .bind("labels", Json.text(transition.alert().labels()))
          .bind("severity", Columns.word(recorded.rule().severity()))
          .bind("from", Columns.word(transition.from()))
          .bind("to", Columns.word(transition.to()))
          .bind("at", StoreTime.text(transition.at()))
          .bind("active", Columns.time(transition.activeAt()))
          .bind("value", Columns.number(transition.value()))
          .bind("reason", transition.reason())
          .bind("now", StoreTime.text(now))
          .bind("notable", notable(transition) ? 1 : 0)
          .add();
    }
    insert.execute();
    transitions.forEach(recorded -> stand(handle, recorded));
  }

  /**
   * Tells whether people want to hear of a transition.
   *
   * @param transition the transition
   * @return true if an alert went on or off
   */
  public static boolean notable(Transition transition) {
    return (transition.to() == AlertState.FIRING && !transition.from().active())
        || (transition.from().active() && !transition.to().active())
        || transition.to() == AlertState.NO_DATA
        || transition.to() == AlertState.ERROR;
  }

  private static void stand(Handle handle, Recorded recorded) {
    boolean known =
        handle
                .createUpdate(
                    "UPDATE alert_states SET severity = :severity, state = :state,"
                        + " active_at = :active, last_true_at = :last, resolved_at = :resolved,"
                        + " value = :value, reason = :reason, changed_at = :changed"
                        + acknowledgement(recorded.transition())
                        + " WHERE fingerprint = :fingerprint")
                .bindMap(state(recorded))
                .execute()
            == 1;
    if (!known) {
      handle
          .createUpdate(
              "INSERT INTO alert_states (fingerprint, rule_id, labels, severity, state, active_at,"
                  + " last_true_at, resolved_at, value, reason, changed_at) VALUES (:fingerprint,"
                  + " :rule, :labels, :severity, :state, :active, :last, :resolved, :value,"
                  + " :reason, :changed)")
          .bindMap(state(recorded))
          .execute();
    }
  }

  /** An acknowledgement belongs to one time that an alert is on. */
  private static String acknowledgement(Transition transition) {
    boolean begins = transition.to() == AlertState.FIRING && !transition.from().active();
    return begins
        ? ", acknowledged_at = NULL, acknowledged_by = NULL, comment_text = NULL,"
            + " incident_id = NULL"
        : "";
  }

  private static Map<String, @Nullable Object> state(Recorded recorded) {
    Transition transition = recorded.transition();
    AlertStatus status = recorded.status();
    Map<String, @Nullable Object> state = new HashMap<>();
    state.put("fingerprint", transition.alert().fingerprint());
    state.put("rule", transition.alert().rule());
    state.put("labels", Json.text(transition.alert().labels()));
    state.put("severity", Columns.word(recorded.rule().severity()));
    state.put("state", Columns.word(transition.to()));
    state.put("active", Columns.time(transition.activeAt()));
    state.put("last", Columns.time(status.lastTrueAt()));
    state.put("resolved", Columns.time(status.resolvedAt()));
    state.put("value", Columns.number(transition.value()));
    state.put("reason", transition.reason());
    state.put("changed", StoreTime.text(transition.at()));
    return state;
  }
}
