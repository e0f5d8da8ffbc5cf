package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.ledger.AlertLedger;
import dev.tributary.alerts.internal.ledger.GroupLedger;
import dev.tributary.alerts.internal.ledger.GroupLedger.Group;
import dev.tributary.alerts.internal.ledger.HistoryEntry;
import dev.tributary.alerts.internal.ledger.Notice;
import dev.tributary.alerts.internal.ledger.NoticeLedger;
import dev.tributary.alerts.internal.ledger.NotificationLedger;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.alerts.internal.ledger.SilenceLedger;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Inhibition;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.core.CentralStore;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes notifications of what waits in groups whose turn it is. A notification and the notices in
 * it change in one transaction, and its id is made of what it tells, so that nothing is told twice.
 * Thread-safe.
 */
public final class Dispatcher {
  private final CentralStore store;
  private final Routes routes;
  private final List<Inhibition> inhibitions;
  private final InstantSource clock;

  /**
   * Makes a dispatcher.
   *
   * @param store holds the groups
   * @param routes say when groups are told again
   * @param inhibitions hold alerts back
   * @param clock the present
   */
  public Dispatcher(
      CentralStore store,
      List<NotificationRoute> routes,
      List<Inhibition> inhibitions,
      InstantSource clock) {
    this.store = store;
    this.routes = new Routes(routes);
    this.inhibitions = List.copyOf(inhibitions);
    this.clock = clock;
  }

  /**
   * Makes the notifications of the groups whose turn it is.
   *
   * @return how many notifications were made
   */
  public int step() {
    Instant now = clock.instant();
    List<Group> due =
        store.<List<Group>, RuntimeException>read(connection -> GroupLedger.due(connection, now));
    int made = 0;
    for (Group group : due) {
      made +=
          store.<Integer, RuntimeException>write(
              transaction -> tell(transaction.connection(), group.id(), now));
    }
    return made;
  }

  private int tell(Connection connection, String id, Instant now) {
    Optional<Group> found = GroupLedger.find(connection, id);
    if (found.isEmpty() || !isDue(found.get(), now)) {
      return 0;
    }
    Group group = found.get();
    Suppression suppression = suppression(connection, now);
    List<Notice> news = NoticeLedger.waiting(connection, id);
    Told told = new Told();
    sift(connection, news, suppression, told);
    boolean repeats = told.empty() && reached(group.repeatAt(), now);
    if (repeats) {
      for (Notice notice : NoticeLedger.active(connection, id)) {
        HistoryEntry entry = HistoryEntry.find(connection, notice.transition());
        suppression
            .of(connection, notice, entry.transition().to())
            .ifPresentOrElse(told::held, () -> told.add(notice, entry));
      }
    }
    told.byChannel()
        .forEach((channel, lines) -> send(connection, group, channel, lines, repeats, now));
    schedule(connection, group, told, now);
    return told.byChannel().size();
  }

  private static boolean isDue(Group group, Instant now) {
    return reached(group.dueAt(), now) || reached(group.repeatAt(), now);
  }

  private static boolean reached(@Nullable Instant at, Instant now) {
    return at != null && !at.isAfter(now);
  }

  private void sift(Connection connection, List<Notice> news, Suppression suppression, Told told) {
    for (Notice notice : news) {
      HistoryEntry entry = HistoryEntry.find(connection, notice.transition());
      Optional<Suppression.Hold> hold = suppression.of(connection, notice, entry.transition().to());
      if (hold.isPresent()) {
        NoticeLedger.settle(connection, notice, null, hold.get().reason());
        told.held(hold.get());
      } else {
        told.add(notice, entry);
      }
    }
  }

  private void send(
      Connection connection,
      Group group,
      String channel,
      List<Told.Line> lines,
      boolean repeated,
      Instant now) {
    List<String> name = new ArrayList<>(List.of(group.id(), channel));
    lines.forEach(line -> name.add(Long.toString(line.notice().transition())));
    if (repeated) {
      name.add("repeat " + group.repeats());
    }
    String id = Routes.digest(name);
    Notification notification =
        new Notification(
            id, group.labels(), repeated, lines.stream().map(Told.Line::item).toList(), now);
    NotificationLedger.add(connection, notification, group.id(), channel);
    if (!repeated) {
      lines.forEach(line -> NoticeLedger.settle(connection, line.notice(), id, "on its way"));
    }
  }

  private void schedule(Connection connection, Group group, Told told, Instant now) {
    Instant sent = told.empty() ? group.sentAt() : now;
    boolean active = !NoticeLedger.active(connection, group.id()).isEmpty();
    Instant repeat = active ? now.plus(routes.named(group.route()).timing().repeat()) : null;
    Instant next =
        Stream.of(Optional.ofNullable(repeat), told.heldUntil())
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null);
    GroupLedger.told(connection, group, sent, active ? next : null);
  }

  private Suppression suppression(Connection connection, Instant now) {
    Map<String, Map<String, String>> active = new TreeMap<>();
    if (!inhibitions.isEmpty()) {
      Map<String, AlertRule> rules = new LinkedHashMap<>();
      RuleLedger.all(connection).forEach(rule -> rules.put(rule.rule().id(), rule.rule()));
      AlertLedger.list(connection, AlertQuery.active())
          .forEach(alert -> {
            AlertRule rule = rules.get(alert.status().alert().rule());
            if (rule != null) {
              active.put(
                  alert.status().alert().fingerprint(),
                  AlertLabels.of(rule, alert.status().alert()));
            }
          });
    }
    return new Suppression(SilenceLedger.list(connection, now), inhibitions, active, now);
  }
}
