package dev.tributary.alerts.internal.detect;

import dev.tributary.api.alert.ExpectedRange;
import dev.tributary.api.alert.Judgement;

/** Judgements by the distance from a centre. */
final class ZScores {
  private ZScores() {}

  /** Judges a value whose score is 0.5 at the given reach from the centre. */
  static Judgement judge(String aspect, double value, double centre, double reach) {
    double distance = Math.abs(value - centre);
    double score = distance == 0 ? 0 : 1 / (1 + reach / distance);
    return new Judgement(
        score,
        score >= Judgement.ANOMALY,
        aspect,
        value,
        new ExpectedRange(centre - reach, centre + reach));
  }
}
