package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.api.alert.MetricEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands events in and says of each what became of it. */
final class EventResults {
  private final EventIntake intake;
  private final EventReader reader;
  private final Tense tense;

  EventResults(EventIntake intake, EventReader reader, Tense tense) {
    this.intake = intake;
    this.reader = reader;
    this.tense = tense;
  }

  /** What is to be handed in: its members, or why it has none. */
  record Item(long index, @Nullable Map<?, ?> members, String fault) {}

  /** Takes at most as many as the intake does. */
  EventsAnswer take(List<Item> items, @Nullable String key) {
    EventResultAnswer[] results = new EventResultAnswer[items.size()];
    List<MetricEvent> events = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < items.size(); place++) {
      Item item = items.get(place);
      try {
        if (item.members() == null) {
          throw new IllegalArgumentException(item.fault());
        }
        events.add(reader.read(item.members()));
        places.add(place);
        results[place] = EventResultAnswer.taken(item.index());
      } catch (IllegalArgumentException malformed) {
        results[place] =
            EventResultAnswer.refused(
                item.index(), "malformed", String.valueOf(malformed.getMessage()));
      }
    }
    IntakeReceipt receipt = tense.hand(intake, "http", events, key);
    for (IntakeReceipt.Refusal refusal : receipt.refusals()) {
      int place = places.get(refusal.index());
      results[place] =
          EventResultAnswer.refused(items.get(place).index(), refusal.code(), refusal.message());
    }
    return EventsAnswer.of(Arrays.asList(results), receipt.repeated());
  }
}
