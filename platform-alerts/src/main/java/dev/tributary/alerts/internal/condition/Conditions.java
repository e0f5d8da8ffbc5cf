package dev.tributary.alerts.internal.condition;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.StreamingDetector;
import dev.tributary.api.alert.Window;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the judges of a rule's series. */
public final class Conditions {
  private final Supplier<ConditionJudge> judges;

  /**
   * Makes a maker of judges.
   *
   * @param rule whose condition they judge by
   * @param detectors finds the maker of the detectors of a name, or throws if there is none
   */
  public Conditions(AlertRule rule, Function<String, Supplier<StreamingDetector>> detectors) {
    int windows = rule.window() instanceof Window.Sliding sliding ? sliding.panes() : 1;
    judges =
        switch (rule.condition()) {
          case Condition.Outside outside -> same(new BandJudge(outside));
          case Condition.Absent absent -> same(new AbsentJudge());
          case Condition.ChangePercent change -> () -> new ChangeJudge(change, windows);
          case Condition.Spike spike -> () -> new ChangeJudge(spike, windows);
          case Condition.Anomaly anomaly -> {
            Supplier<StreamingDetector> detector = detectors.apply(anomaly.detector());
            yield () -> new AnomalyJudge(detector.get());
          }
        };
  }

  /** Judges that remember nothing can be one. */
  private static Supplier<ConditionJudge> same(ConditionJudge judge) {
    return () -> judge;
  }

  /**
   * Makes the judge of one series.
   *
   * @return a judge that remembers nothing
   */
  public ConditionJudge judge() {
    return judges.get();
  }
}
