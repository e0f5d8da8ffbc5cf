package dev.tributary.api.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is to tell: everything that happened to the alerts of a group since the last time.
 *
 * @param id the same at each attempt, so that a receiver can tell a repetition
 * @param groupLabels what the alerts have in common
 * @param repeated true if nothing is new, and it is told again because alerts are still on
 * @param items what happened, in order
 * @param createdAt when it was put together
 */
public record Notification(
    String id,
    Map<String, String> groupLabels,
    boolean repeated,
    List<Item> items,
    Instant createdAt) {
  /** Copies what it holds. */
  public Notification {
    groupLabels = Map.copyOf(groupLabels);
    items = List.copyOf(items);
  }

  /**
   * Tells whether any alert is on.
   *
   * @return false if it only says that alerts are over
   */
  public boolean firing() {
    return items.stream().anyMatch(item -> item.state().active());
  }

  /**
   * A line for people.
   *
   * @return such as {@code firing: failed-logins {data_center=fra}: 61 is above 50}; of several
   *     items the first, and how many more there are
   */
  public String title() {
    Item first = items.getFirst();
    String more = items.size() == 1 ? "" : " (and " + (items.size() - 1) + " more)";
    return first.line() + more;
  }

  /**
   * What happened to an alert.
   *
   * @param alert which alert
   * @param severity how much it matters
   * @param state what it is now
   * @param at since when
   * @param activeAt since when the condition has been true; null if it is not
   * @param reason why
   * @param annotations texts for people
   */
  public record Item(
      AlertKey alert,
      Severity severity,
      AlertState state,
      Instant at,
      @Nullable Instant activeAt,
      String reason,
      Map<String, String> annotations) {
    /** Copies the texts. */
    public Item {
      annotations = Map.copyOf(annotations);
    }

    /**
     * A line for people, and of an alert that is on what to do, if its rule says so.
     *
     * @return the line of {@link #line()}, and the annotation {@code remedy}
     */
    public String advice() {
      String remedy = annotations.getOrDefault("remedy", "");
      return remedy.isEmpty() || !state.active() ? line() : line() + ". " + remedy;
    }

    /**
     * A line for people.
     *
     * @return such as {@code firing: failed-logins {data_center=fra}: 61 is above 50}
     */
    public String line() {
      String word =
          state.active()
              ? "firing"
              : state == AlertState.RESOLVED ? "resolved" : state.name().toLowerCase(Locale.ROOT);
      String labels = alert.labels().isEmpty() ? "" : " " + alert.labels();
      return word
          + ": "
          + annotations.getOrDefault("summary", alert.rule() + labels)
          + ": "
          + reason;
    }
  }
}
