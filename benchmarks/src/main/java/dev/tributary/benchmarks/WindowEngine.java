package dev.tributary.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Something that sums up events per user over sliding windows, and alerts above a threshold. */
interface WindowEngine extends AutoCloseable {
  /** The windows, each cut into 60 panes where there are panes. */
  List<Duration> LENGTHS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));

  /** Above which sum of each window to alert: the upper third of the users, more or less. */
  List<Double> THRESHOLDS = List.of(3200.0, 15_500.0, 62_000.0);

  void feed(Logins logins);

  /** The sums of the latest windows, by user, for each window. */
  List<Map<String, Double>> sums();

  @Override
  default void close() {}
}
