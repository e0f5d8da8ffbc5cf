package dev.tributary.api.alert;

import java.time.Instant;
import java.util.Map;

/**
 * Events that are to be made up.
 *
 * @param scenario how their number changes as time goes by
 * @param metric their metric
 * @param labels their labels
 * @param rate how many come per second when nothing is unusual, from 0 to 100,000
 * @param from when they begin
 * @param until when they end
 * @param seed decides everything that is random: the same plan gives the same events
 */
public record EventPlan(
    Scenario scenario,
    String metric,
    Map<String, String> labels,
    double rate,
    Instant from,
    Instant until,
    long seed) {
  private static final double HIGHEST_RATE = 100_000;

  /** Refuses what makes no sense, and copies the labels. */
  public EventPlan {
    if (metric.isBlank()) {
      throw new IllegalArgumentException("Made-up events need the name of a metric");
    }
    if (!(rate >= 0 && rate <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "rate of " + rate + " events per second: it must lie from 0 to 100000");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from " + from + " is not before until " + until);
    }
    labels = Map.copyOf(labels);
  }

  /** How the number of events changes. */
  public enum Scenario {
    /** Always the same. */
    STEADY,
    /** Ten times as many in the middle tenth of the time. */
    BURST,
    /** A wave over the day, from a fifth of the rate to nine fifths. */
    SEASONAL,
    /** Evenly more and more, in the end three times as many. */
    DRIFT,
    /** From two fifths on ten times as many for a tenth of the time, and none for a tenth after. */
    INCIDENT
  }
}
