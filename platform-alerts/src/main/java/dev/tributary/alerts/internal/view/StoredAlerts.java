package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.ledger.AlertLedger;
import dev.tributary.alerts.internal.ledger.NoticeLedger;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.alerts.internal.notify.AlertLabels;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertBoard;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.api.alert.WindowValue;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.page.Page;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts in the store. Thread-safe. */
public final class StoredAlerts extends StoredView implements AlertBoard {
  private final LogTrial trial;

  /**
   * Makes the board.
   *
   * @param store holds the alerts
   * @param clock the present
   * @param trial goes through the log once more
   */
  public StoredAlerts(CentralStore store, InstantSource clock, LogTrial trial) {
    super(store, clock);
    this.trial = trial;
  }

  @Override
  public List<Alert> list(AlertQuery query) {
    return read(connection -> {
      Map<String, AlertRule> rules = new HashMap<>();
      RuleLedger.all(connection).forEach(one -> rules.put(one.rule().id(), one.rule()));
      return AlertLedger.list(connection, query).stream()
          .map(alert -> worded(alert, rules.get(alert.status().alert().rule())))
          .toList();
    });
  }

  @Override
  public Optional<Alert> find(String fingerprint) {
    return read(connection ->
        AlertLedger.find(connection, fingerprint)
            .map(alert ->
                worded(
                    alert,
                    RuleLedger.find(connection, alert.status().alert().rule())
                        .map(StoredRule::rule)
                        .orElse(null))));
  }

  /** The alert with the texts of its rule, if there still is one. */
  private static Alert worded(Alert alert, @Nullable AlertRule rule) {
    AlertStatus status = alert.status();
    return rule == null
        ? alert
        : alert.saying(
            AlertLabels.annotations(rule, AlertLabels.of(rule, status.alert()), status.value()));
  }

  @Override
  public Page<AlertEvent> history(HistoryQuery query) {
    return read(connection -> AlertLedger.history(connection, query));
  }

  @Override
  public Alert acknowledge(String fingerprint, String by, String comment) {
    change(transaction ->
        acknowledge(transaction, fingerprint, new Alert.Acknowledgement(now(), by, comment)));
    return required(fingerprint);
  }

  static void acknowledge(
      StoreTransaction transaction, String fingerprint, Alert.Acknowledgement acknowledgement) {
    Alert alert =
        AlertLedger.find(transaction.connection(), fingerprint)
            .orElseThrow(() -> missing(fingerprint));
    if (!alert.status().state().active()) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          "alert "
              + fingerprint
              + " is "
              + alert.status().state()
              + ": only one that is on can be"
              + " acknowledged");
    }
    AlertLedger.acknowledge(transaction.connection(), fingerprint, acknowledgement);
    transaction.append(
        AlertEventTypes.ACKNOWLEDGED,
        alert.status().alert().rule(),
        Map.of(
            "fingerprint",
            fingerprint,
            "by",
            acknowledgement.by(),
            "comment",
            acknowledgement.comment()));
  }

  @Override
  public Alert rearm(String fingerprint) {
    required(fingerprint);
    change(transaction -> AlertLedger.disarm(transaction.connection(), fingerprint, false));
    return required(fingerprint);
  }

  @Override
  public int markRead(String id) {
    Long one = id.isEmpty() ? null : number(id);
    return write(transaction -> {
      if (one != null && !AlertLedger.exists(transaction.connection(), one)) {
        throw noEvent(id);
      }
      return AlertLedger.markRead(transaction.connection(), one, now());
    });
  }

  @Override
  public List<NoticeTrace> explain(String fingerprint, int limit) {
    required(fingerprint);
    return read(connection -> NoticeLedger.explain(connection, fingerprint, limit));
  }

  @Override
  public List<WindowValue> values(String fingerprint, Instant from, Instant until) {
    AlertKey alert = required(fingerprint).status().alert();
    Optional<StoredRule> rule = read(connection -> RuleLedger.find(connection, alert.rule()));
    return rule.map(one -> trial.values(one.rule(), alert, from, until)).orElse(List.of());
  }

  private Alert required(String fingerprint) {
    return find(fingerprint).orElseThrow(() -> missing(fingerprint));
  }

  private static PlatformException missing(String fingerprint) {
    return new PlatformException(
        PlatformError.NOT_FOUND, "there is no alert of fingerprint '" + fingerprint + "'");
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException notANumber) {
      throw noEvent(id);
    }
  }

  private static PlatformException noEvent(String id) {
    return new PlatformException(
        PlatformError.NOT_FOUND, "there is no event of id '" + id + "' in the history of alerts");
  }
}
