package dev.tributary.cli.internal.detect;

import dev.tributary.alerts.Detectors;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Judges the rows of one series, each by the ones before it only. A row without a number or without
 * a time scores 0, is counted, and leaves no trace in what is learned. Used by one thread.
 */
final class SeriesJudge {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final StreamingDetector detector = Detectors.combined();
  private long anomalies;
  private long valueless;
  private long undated;

  double score(String timestamp, String value) {
    String number = value.strip();
    Instant at = Timestamps.parse(timestamp);
    if (at == null) {
      undated++;
      return 0;
    }
    if (!NUMBER.matcher(number).matches()) {
      valueless++;
      return 0;
    }
    return score(at, Double.parseDouble(number));
  }

  private double score(Instant at, double value) {
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
