package dev.tributary.api.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What detectors found. Thread-safe. */
public interface Anomalies {

  /**
   * Lists anomalies, newest first.
   *
   * @param rule only of this rule; null for all
   * @param limit the most to list, from 1 to 1000
   * @return the anomalies
   */
  List<Anomaly> list(@Nullable String rule, int limit);

  /**
   * Sums anomalies up.
   *
   * @param from from when on
   * @param until up to when
   * @param period how long each part is, from a minute on; parts begin at whole periods since 1970
   * @return one line for each rule and period with anomalies, in order of time
   * @throws IllegalArgumentException if the times make no sense or more than 10,000 parts
   */
  List<Summary> summaries(Instant from, Instant until, Duration period);

  /**
   * The anomalies of a rule in a period.
   *
   * @param rule the rule
   * @param from when the period begins
   * @param count how many there were
   * @param above how many were too high
   * @param below how many were too low
   * @param worst the one furthest from what was expected
   */
  record Summary(String rule, Instant from, int count, int above, int below, Anomaly worst) {}
}
