package dev.tributary.alerts.internal.incident;

import dev.tributary.alerts.internal.engine.Consequence;
import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.ledger.AlertLedger;
import dev.tributary.alerts.internal.ledger.IncidentLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Incident;
import dev.tributary.api.alert.Transition;
import dev.tributary.core.StoreTransaction;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts alerts that fire together into incidents: those about the same source or data center, of the
 * same rule in several data centers, or that share another label, if they fired within a span of
 * time. Each link states its reason. An incident is over when the last of its alerts is. Stateless.
 */
public final class IncidentLinker implements Consequence {
  private final Duration span;

  /**
   * Makes a linker.
   *
   * @param span how far apart alerts may fire that belong together
   */
  public IncidentLinker(Duration span) {
    this.span = span;
  }

  @Override
  public void of(StoreTransaction transaction, List<Recorded> transitions, Instant now) {
    for (Recorded recorded : transitions) {
      Transition transition = recorded.transition();
      if (transition.to() == AlertState.FIRING && !transition.from().active()) {
        join(transaction, recorded);
      } else if (transition.from().active() && !transition.to().active()) {
        leave(transaction, transition);
      }
    }
  }

  private void join(StoreTransaction transaction, Recorded recorded) {
    Connection connection = transaction.connection();
    Transition transition = recorded.transition();
    Optional<Found> found = find(connection, transition);
    String incident =
        found.map(link -> link.candidate().incident()).orElseGet(() -> "incident-" + recorded.id());
    if (found.isEmpty()) {
      IncidentLedger.open(
          connection, incident, title(transition), recorded.rule().severity(), transition.at());
    } else {
      IncidentLedger.grow(connection, incident, recorded.rule().severity(), transition.at());
    }
    Incident.Member member =
        found
            .map(link ->
                new Incident.Member(
                    transition.alert().fingerprint(), transition.at(), link.link(), link.reason()))
            .orElseGet(() ->
                new Incident.Member(
                    transition.alert().fingerprint(),
                    transition.at(),
                    Incident.Link.FIRST,
                    "it fired first"));
    IncidentLedger.add(connection, incident, recorded.id(), member);
    AlertLedger.join(connection, transition.alert().fingerprint(), incident);
    transaction.append(
        AlertEventTypes.INCIDENT_CHANGED,
        incident,
        Map.of(
            "change",
            found.isEmpty() ? "opened" : "grew",
            "fingerprint",
            member.fingerprint(),
            "reason",
            member.reason()));
  }

  private static String title(Transition transition) {
    return transition.alert().rule()
        + (transition.alert().labels().isEmpty() ? "" : " " + transition.alert().labels());
  }

  private static void leave(StoreTransaction transaction, Transition transition) {
    for (String incident :
        IncidentLedger.over(
            transaction.connection(), transition.alert().fingerprint(), transition.at())) {
      transaction.append(AlertEventTypes.INCIDENT_CHANGED, incident, Map.of("change", "closed"));
    }
  }

  /** The strongest link to an incident that is on. */
  private Optional<Found> find(Connection connection, Transition transition) {
    List<Found> links = new ArrayList<>();
    for (IncidentLedger.Candidate candidate :
        IncidentLedger.candidates(connection, transition.at().minus(span))) {
      if (!candidate.fingerprint().equals(transition.alert().fingerprint())) {
        Links.between(transition.alert(), candidate.alert())
            .ifPresent(link -> links.add(new Found(candidate, link.kind(), link.reason())));
      }
    }
    return links.stream()
        .min(
            Comparator.comparing(Found::link)
                .thenComparing(found -> found.candidate().joinedAt())
                .thenComparing(found -> found.candidate().incident())
                .thenComparing(found -> found.candidate().fingerprint()));
  }

  private record Found(IncidentLedger.Candidate candidate, Incident.Link link, String reason) {}
}
