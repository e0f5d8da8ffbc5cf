package dev.tributary.ingest.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a source counts as getting old.
 *
 * @param expectEvery how often the source is expected to bring something new; null if it may be
 *     silent for any time, so that only runs that fail or do not begin make it old
 * @param warnAfter the age at which it is warned of
 * @param lateAfter the age at which it is late, at least {@code warnAfter}
 */
public record FreshnessConfig(
    @Nullable Duration expectEvery, Duration warnAfter, Duration lateAfter) {
  private static final Duration LEAST_WARN = Duration.ofSeconds(30);

  /** Checks the order. */
  public FreshnessConfig {
    if (lateAfter.compareTo(warnAfter) < 0) {
      throw new IllegalArgumentException(
          "late_after " + lateAfter + " comes before warn_after " + warnAfter);
    }
  }

  /**
   * Derives what is not said: a warning after two cadences, at least 30 s, and late after five
   * cadences, at least twice the warning age. The cadence is {@code expectEvery}, or else {@code
   * every}.
   *
   * @param every how often the source is read
   * @param expectEvery how often something new is expected; null for no expectation
   * @param warnAfter the warning age, or null
   * @param lateAfter the late age, or null
   * @return the thresholds
   */
  public static FreshnessConfig derived(
      Duration every,
      @Nullable Duration expectEvery,
      @Nullable Duration warnAfter,
      @Nullable Duration lateAfter) {
    Duration cadence = expectEvery == null ? every : expectEvery;
    Duration warn = warnAfter == null ? longer(cadence.multipliedBy(2), LEAST_WARN) : warnAfter;
    if (warnAfter == null && lateAfter != null && lateAfter.compareTo(warn) < 0) {
      warn = lateAfter;
    }
    Duration late =
        lateAfter == null ? longer(cadence.multipliedBy(5), warn.multipliedBy(2)) : lateAfter;
    return new FreshnessConfig(expectEvery, warn, late);
  }

  private static Duration longer(Duration left, Duration right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
