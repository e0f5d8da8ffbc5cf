package dev.tributary.alerts;

import dev.tributary.alerts.internal.detect.RobustZScoreDetector;
import dev.tributary.alerts.internal.detect.SeasonalCycle;
import dev.tributary.alerts.internal.detect.TailDetector;
import dev.tributary.alerts.internal.detect.ZScoreDetector;
import dev.tributary.api.alert.StreamingDetector;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.NearestName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes detectors. Each call gives a new one that has learned nothing; use one for each series.
 *
 * <pre>{@code
 * StreamingDetector detector = Detectors.combined();
 * boolean odd = detector.score(at, value) >= Judgement.ANOMALY;
 * }</pre>
 */
public final class Detectors {
  private static final Map<String, Supplier<StreamingDetector>> BY_NAME =
      Map.of(
          "combined", Detectors::combined,
          "z_score", Detectors::zScore,
          "robust_z_score", Detectors::robustZScore,
          "spike", Detectors::spike,
          "level_shift", Detectors::levelShift,
          "seasonal_day", Detectors::seasonalDay,
          "seasonal_week", Detectors::seasonalWeek);

  private Detectors() {}

  /**
   * Spikes, extremes, and changes of level, of roughness and of the daily pattern together: the
   * choice for a series of which nothing is known.
   *
   * @return a new detector
   */
  public static StreamingDetector combined() {
    return TailDetector.combined();
  }

  /**
   * More than two standard deviations from the mean of all earlier values, of which it needs three.
   *
   * @return a new detector
   */
  public static StreamingDetector zScore() {
    return zScore(3, 2);
  }

  /**
   * Far from the mean of all earlier values.
   *
   * @param leastValues how many earlier values it takes to judge one, at least 2
   * @param limit how many standard deviations make an anomaly, above zero
   * @return a new detector
   * @throws IllegalArgumentException if a number is out of range
   */
  public static StreamingDetector zScore(int leastValues, double limit) {
    return new ZScoreDetector(leastValues, limit);
  }

  /**
   * More than 3.5 robust deviations from the median of the latest 120 values, of which it needs
   * eight. Earlier outliers neither widen nor move what is usual.
   *
   * @return a new detector
   */
  public static StreamingDetector robustZScore() {
    return new RobustZScoreDetector();
  }

  /**
   * Single values far from the ones just before.
   *
   * @return a new detector
   */
  public static StreamingDetector spike() {
    return TailDetector.spike();
  }

  /**
   * Changes of the mean, over 8, 32 and 128 values.
   *
   * @return a new detector
   */
  public static StreamingDetector levelShift() {
    return TailDetector.levelShift();
  }

  /**
   * Values that are unusual at their time of day, in slots of half an hour.
   *
   * @return a new detector
   */
  public static StreamingDetector seasonalDay() {
    return TailDetector.seasonal(SeasonalCycle.DAY);
  }

  /**
   * Values that are unusual at their hour of the week.
   *
   * @return a new detector
   */
  public static StreamingDetector seasonalWeek() {
    return TailDetector.seasonal(SeasonalCycle.WEEK);
  }

  /**
   * The names under which rules refer to detectors.
   *
   * @return the names in alphabetical order
   */
  public static List<String> names() {
    return BY_NAME.keySet().stream().sorted(Comparator.naturalOrder()).toList();
  }

  /**
   * Makes the detector of a name.
   *
   * @param name one of {@link #names()}
   * @return a new detector
   * @throws PlatformException if there is none of this name; the message gives the nearest one
   */
  public static StreamingDetector named(String name) {
    return maker(name).get();
  }

  static Supplier<StreamingDetector> maker(String name) {
    Supplier<StreamingDetector> detector = BY_NAME.get(name);
    if (detector == null) {
      String meant =
          NearestName.of(name, names()).map(near -> "did you mean '" + near + "'? ").orElse("");
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          "There is no detector '" + name + "'; " + meant + "choose one of " + names());
    }
    return detector;
  }
}
