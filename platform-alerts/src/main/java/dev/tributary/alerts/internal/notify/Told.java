package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.ledger.HistoryEntry;
import dev.tributary.alerts.internal.ledger.Notice;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a group has to tell this time, by channel. Not thread-safe. */
final class Told {
  private final Map<String, List<Line>> byChannel = new TreeMap<>();
  private Optional<Instant> heldUntil = Optional.empty();

  /**
   * Something to tell.
   *
   * @param notice that it is to be told
   * @param entry what happened
   */
  record Line(Notice notice, HistoryEntry entry) {
    Notification.Item item() {
      Transition transition = entry.transition();
      return new Notification.Item(
          transition.alert(),
          entry.severity(),
          transition.to(),
          transition.at(),
          transition.activeAt(),
          transition.reason(),
          notice.annotations());
    }
  }

  void add(Notice notice, HistoryEntry entry) {
    byChannel
        .computeIfAbsent(notice.channel(), channel -> new ArrayList<>())
        .add(new Line(notice, entry));
  }

  /** Remembers when the first of those held back may be told. */
  void held(Suppression.Hold hold) {
    Instant until = hold.until();
    if (until != null && heldUntil.map(until::isBefore).orElse(true)) {
      heldUntil = Optional.of(until);
    }
  }

  Map<String, List<Line>> byChannel() {
    return byChannel;
  }

  Optional<Instant> heldUntil() {
    return heldUntil;
  }

  boolean empty() {
    return byChannel.isEmpty();
  }
}
