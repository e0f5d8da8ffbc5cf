package dev.tributary.alerts.internal.detect;

import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a value by the least likely of several aspects, each against the tail of its own past; see
 * {@link TailModel}. The score is the logarithm of that probability, scaled so that {@link #RISK}
 * means an anomaly: 1e-4 gives 0.5, 1e-8 gives 1.
 *
 * <p>An incident is reported once: after an anomaly the scores stay below the threshold for a share
 * of the length of the series so far, at least {@value #LEAST_REST} and at most {@value #MOST_REST}
 * values, while {@link Judgement#deviating} goes on telling the truth. Without the rest, a level
 * that shifts would be an anomaly once per value until it is usual.
 */
public final class TailDetector implements StreamingDetector {
  /** How likely a value may be and still count as an anomaly. */
  static final double RISK = 1e-4;

  static final int LEAST_REST = 12;
  static final int MOST_REST = 1000;
  private static final double REST_SHARE = 0.04;
  private static final double RESTING_SCORE = 0.49;

  private final SeriesPast past;
  private final List<AspectWatch> watches;
  private long lastAnomaly = Long.MIN_VALUE / 2;

  private TailDetector(SeasonalCycle cycle, List<Aspect> aspects) {
    past = new SeriesPast(cycle);
    watches = aspects.stream().map(AspectWatch::new).toList();
  }

  /**
   * Looks for single values far off their neighbours.
   *
   * @return a new detector
   */
  public static TailDetector spike() {
    return new TailDetector(SeasonalCycle.DAY, List.of(new SpikeAspect()));
  }

  /**
   * Looks for changes of the mean, over 8, 32 and 128 values.
   *
   * @return a new detector
   */
  public static TailDetector levelShift() {
    return new TailDetector(
        SeasonalCycle.DAY, List.of(new LevelAspect(8), new LevelAspect(32), new LevelAspect(128)));
  }

  /**
   * Looks for values that are unusual at their time.
   *
   * @param cycle after which the series repeats itself
   * @return a new detector
   */
  public static TailDetector seasonal(SeasonalCycle cycle) {
    return new TailDetector(cycle, List.of(new SeasonalAspect(), new SeasonalTrendAspect()));
  }

  /**
   * Looks for all of it: spikes, extremes, and changes of level, roughness and daily pattern.
   *
   * @return a new detector
   */
  public static TailDetector combined() {
    return new TailDetector(
        SeasonalCycle.DAY,
        List.of(
            new SpikeAspect(),
            new ExtremeAspect(),
            new LevelAspect(8),
            new LevelAspect(32),
            new LevelAspect(128),
            new RoughnessAspect(8),
            new RoughnessAspect(32),
            new RoughnessAspect(128),
            new SeasonalAspect(),
            new SeasonalTrendAspect()));
  }

  @Override
  public Judgement judge(Instant at, double value) {
    Finding finding = Double.isFinite(value) ? strongest(at, Magnitude.bounded(value)) : null;
    if (finding == null) {
      return Judgement.unknown(value);
    }
    boolean deviating = finding.probability() <= RISK;
    double score = Math.clamp(Math.log(finding.probability()) / (2 * Math.log(RISK)), 0.0, 1.0);
    return new Judgement(
        deviating && resting() ? RESTING_SCORE : score,
        deviating,
        finding.watch().title(past),
        finding.look().observed(),
        finding.watch().expected(finding.look(), RISK, past.leastEffect()));
  }

  @Override
  public void learn(Instant at, double value) {
    if (Double.isFinite(value)) {
      learnFinite(at, Magnitude.bounded(value));
    }
  }

  private void learnFinite(Instant at, double value) {
    Finding finding = strongest(at, value);
    if (finding != null && finding.probability() <= RISK && !resting()) {
      lastAnomaly = past.values().count();
    }
    for (AspectWatch watch : watches) {
      Aspect.Look look = watch.look(past, at, value);
      if (look != null) {
        watch.learn(look);
      }
    }
    past.learn(at, value);
  }

  private boolean resting() {
    long count = past.values().count();
    double rest = Math.max(LEAST_REST, Math.min(MOST_REST, REST_SHARE * count));
    return count - lastAnomaly < rest;
  }

  private @Nullable Finding strongest(Instant at, double value) {
    double leastEffect = past.leastEffect();
    Finding strongest = null;
    for (AspectWatch watch : watches) {
      Aspect.Look look = watch.look(past, at, value);
      if (look != null) {
        double probability = watch.probability(look, leastEffect);
        if (strongest == null || probability < strongest.probability()) {
          strongest = new Finding(watch, look, probability);
        }
      }
    }
    return strongest;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    past.save(out);
    out.writeLong(lastAnomaly);
    for (AspectWatch watch : watches) {
      watch.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    past.restore(in);
    lastAnomaly = in.readLong();
    for (AspectWatch watch : watches) {
      watch.restore(in);
    }
  }

  private record Finding(AspectWatch watch, Aspect.Look look, double probability) {}
}
