package dev.tributary.ingest.config;

import java.time.Duration;

/**
 * How long what collection has done is remembered. What still waits is kept whatever its age: rows
 * in quarantine, files to be read, runs going on, and the newest run of each source.
 *
 * @param runs runs that have ended
 * @param uploads uploads that have ended, with the files that could not be read
 * @param settled rows of the quarantine that a replay stored, or of which a later state came in
 */
public record RetentionConfig(Duration runs, Duration uploads, Duration settled) {
  /** Thirty days for everything. */
  public static final RetentionConfig DEFAULT =
      new RetentionConfig(Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(30));

  /** Checks the ages. */
  public RetentionConfig {
    if (runs.isNegative() || uploads.isNegative() || settled.isNegative()) {
      throw new IllegalArgumentException(
          "retention of runs %s, uploads %s, settled rows %s: none may be negative"
              .formatted(runs, uploads, settled));
    }
  }
}
