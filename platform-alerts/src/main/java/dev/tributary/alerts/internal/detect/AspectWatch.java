package dev.tributary.alerts.internal.detect;

import dev.tributary.api.alert.ExpectedRange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One aspect of one series, with what is usual on either side of its reference. */
final class AspectWatch {
  private final Aspect aspect;
  private final TailModel upper = new TailModel();
  private final TailModel lower = new TailModel();

  AspectWatch(Aspect aspect) {
    this.aspect = aspect;
  }

  String title(SeriesPast past) {
    return aspect.title(past);
  }

  Aspect.@Nullable Look look(SeriesPast past, Instant at, double value) {
    return aspect.look(past, at, value);
  }

  /** How likely a deviation at least as great is; differences without effect are certain. */
  double probability(Aspect.Look look, double leastEffect) {
    double deviation = look.deviation();
    return Math.min(
        probability(upper, deviation, leastEffect), probability(lower, -deviation, leastEffect));
  }

  private static double probability(TailModel tail, double deviation, double leastEffect) {
    return deviation - tail.threshold() < leastEffect ? 1 : tail.probability(deviation);
  }

  ExpectedRange expected(Aspect.Look look, double risk, double leastEffect) {
    double above = Math.max(upper.quantile(risk), upper.threshold() + leastEffect);
    double below = Math.max(lower.quantile(risk), lower.threshold() + leastEffect);
    return new ExpectedRange(look.reference() - below, look.reference() + above);
  }

  void learn(Aspect.Look look) {
    upper.learn(look.deviation());
    lower.learn(-look.deviation());
  }

  void save(DataOutput out) throws IOException {
    upper.save(out);
    lower.save(out);
  }

  void restore(DataInput in) throws IOException {
    upper.restore(in);
    lower.restore(in);
  }
}
