package dev.tributary.cli.internal.detect;

import dev.tributary.alerts.Detectors;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.time.Instant;

/**
 * Judges the rows of one series, each by the ones before it only. A row without a number or without
 * a time scores 0, is counted, and leaves no trace in what is learned. Used by one thread.
 */
final class SeriesJudge {
  private final StreamingDetector detector = Detectors.combined();
  private long anomalies;
  private long valueless;
  private long undated;

  double score(String timestamp, double value) {
    Instant at = Timestamps.parse(timestamp);
    if (at == null) {
      undated++;
      return 0;
    }
    if (!Double.isFinite(value)) {
      valueless++;
      return 0;
    }
    double score = detector.score(at, value);
    if (score >= Judgement.ANOMALY) {
      anomalies++;
    }
    return score;
  }

  long anomalies() {
    return anomalies;
  }

  long valueless() {
    return valueless;
  }

  long undated() {
    return undated;
  }
}
