package dev.tributary.api.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the events of metrics. Thread-safe. */
public interface EventIntake {
  /** The most events that are taken at once: {@value}. */
  int MOST_EVENTS = 1000;

  /**
   * Takes events into the log, all that are acceptable in one transaction. An event from too far in
   * the future is refused, since it would make every other one late.
   *
   * @param origin who hands them in
   * @param events at most {@link #MOST_EVENTS}
   * @param key makes a repeated call harmless: events that came with the same key before are not
   *     taken again; null to take them in any case
   * @return what became of each
   */
  IntakeReceipt take(String origin, List<MetricEvent> events, @Nullable String key);

  /**
   * Takes events of the past into the log, all that are acceptable in one transaction. They are
   * history and no news: no alert comes of them, and {@link RuleBook#backtest} finds them at their
   * own time, as if they had come when they happened. An event of the future is refused.
   *
   * @param origin who hands them in
   * @param events at most {@link #MOST_EVENTS}, in any order
   * @param key as for {@link #take}
   * @return what became of each
   */
  IntakeReceipt takeHistory(String origin, List<MetricEvent> events, @Nullable String key);
}
