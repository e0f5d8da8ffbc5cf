package dev.tributary.api.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param source what it is
 * @param activity what it is doing
 * @param freshness how old its data is
 * @param consecutiveFailures how many runs in a row have failed
 * @param latestRun the run going on, or else the last one; null before the first
 */
public record SourceStatus(
    SourceDescription source,
    Activity activity,
    Freshness freshness,
    int consecutiveFailures,
    @Nullable Run latestRun) {

  /** What a source is doing. */
  public enum Activity {
    /** Waiting for its next run. */
    IDLE,
    /** Being read. */
    RUNNING,
    /** Left alone until it is resumed. */
    PAUSED
  }

  /**
   * The run going on, or else the last one.
   *
   * @return the run, if there has been one
   */
  public Optional<Run> run() {
    return Optional.ofNullable(latestRun);
  }
}
