package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.ledger.AlertLedger;
import dev.tributary.alerts.internal.ledger.IncidentLedger;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.Incident;
import dev.tributary.api.alert.Incidents;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.CentralStore;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The incidents in the store. Thread-safe. */
public final class StoredIncidents extends StoredView implements Incidents {

  /**
   * Makes the list.
   *
   * @param store holds the incidents
   * @param clock the present
   */
  public StoredIncidents(CentralStore store, InstantSource clock) {
    super(store, clock);
  }

  @Override
  public List<Incident> list(boolean openOnly, int limit) {
    return read(connection -> IncidentLedger.list(connection, openOnly, limit));
  }

  @Override
  public Optional<Incident> find(String id) {
    return read(connection -> IncidentLedger.find(connection, id));
  }

  @Override
  public Incident acknowledge(String id, String by, String comment) {
    Incident incident =
        find(id)
            .orElseThrow(() ->
                new PlatformException(
                    PlatformError.NOT_FOUND, "there is no incident '" + id + "'"));
    Alert.Acknowledgement acknowledgement = new Alert.Acknowledgement(now(), by, comment);
    change(transaction -> {
      Connection connection = transaction.connection();
      IncidentLedger.acknowledge(connection, id, by, acknowledgement.at());
      incident.members().stream()
          .map(Incident.Member::fingerprint)
          .distinct()
          .filter(alert -> isOn(connection, alert))
          .forEach(alert -> StoredAlerts.acknowledge(transaction, alert, acknowledgement));
    });
    return find(id).orElseThrow();
  }

  private static boolean isOn(Connection connection, String fingerprint) {
    return AlertLedger.find(connection, fingerprint)
        .map(alert -> alert.status().state().active())
        .orElse(false);
  }
}
