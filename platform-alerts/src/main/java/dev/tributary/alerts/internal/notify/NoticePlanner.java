package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.engine.Consequence;
import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.ledger.AlertLedger;
import dev.tributary.alerts.internal.ledger.GroupLedger;
import dev.tributary.alerts.internal.ledger.HistoryLedger;
import dev.tributary.alerts.internal.ledger.Notice;
import dev.tributary.alerts.internal.ledger.NoticeLedger;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.api.alert.Rearm;
import dev.tributary.api.alert.Transition;
import dev.tributary.core.StoreTransaction;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides with each transition who is to be told of it, and puts that into groups that wait for
 * their turn. Thread-safe.
 */
public final class NoticePlanner implements Consequence {
  private final Routes routes;

  /**
   * Makes a planner.
   *
   * @param routes the routes, looked at in this order
   */
  public NoticePlanner(List<NotificationRoute> routes) {
    this.routes = new Routes(routes);
  }

  @Override
  public void of(StoreTransaction transaction, List<Recorded> transitions, Instant now) {
    transitions.stream()
        .filter(recorded -> HistoryLedger.notable(recorded.transition()))
        .forEach(recorded -> plan(transaction.connection(), recorded, now));
  }

  private void plan(Connection connection, Recorded recorded, Instant now) {
    Transition transition = recorded.transition();
    Map<String, String> labels = AlertLabels.of(recorded.rule(), transition.alert());
    Map<String, String> texts =
        AlertLabels.annotations(recorded.rule(), labels, transition.value());
    String held = heldBack(connection, recorded, now);
    Notice notice =
        new Notice(recorded.id(), "", "", transition.alert().fingerprint(), labels, texts, now);
    List<Notice> notices = new ArrayList<>();
    for (NotificationRoute route : routes.of(labels)) {
      Map<String, String> common = Routes.common(route, labels);
      List<String> name = new ArrayList<>(List.of(route.name()));
      name.addAll(common.values());
      String group = Routes.digest(name);
      if (held.isEmpty() && !route.channels().isEmpty()) {
        GroupLedger.wake(connection, group, route, common, now);
      }
      route.channels().forEach(channel -> notices.add(notice.to(group, channel)));
    }
    if (notices.isEmpty()) {
      NoticeLedger.hold(connection, List.of(notice), "no route leads to a channel");
    } else if (held.isEmpty()) {
      NoticeLedger.add(connection, notices);
    } else {
      NoticeLedger.hold(connection, notices, held);
    }
  }

  /** Why an alert may not notify now; empty if it may. */
  private static String heldBack(Connection connection, Recorded recorded, Instant now) {
    Transition transition = recorded.transition();
    if (transition.to() != AlertState.FIRING) {
      return "";
    }
    String alert = transition.alert().fingerprint();
    return switch (recorded.rule().notice().rearm()) {
      case Rearm.Always always -> "";
      case Rearm.After after -> {
        Instant last = NoticeLedger.lastTold(connection, alert, recorded.id());
        yield last != null && last.plus(after.pause()).isAfter(now)
            ? "it may notify again from " + last.plus(after.pause()) + " on"
            : "";
      }
      case Rearm.ByHand byHand -> {
        boolean disarmed = AlertLedger.find(connection, alert).map(Alert::disarmed).orElse(false);
        AlertLedger.disarm(connection, alert, true);
        yield disarmed ? "it has to be re-armed by hand, and has not been since it notified" : "";
      }
    };
  }
}
