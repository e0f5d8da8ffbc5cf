package dev.tributary.ingest.internal.freshness;

import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.Freshness.Cause;
import dev.tributary.api.ingest.Freshness.State;
import java.util.List;
import java.util.function.Predicate;

/** Decides what the states of a data center's sources amount to. */
final class CenterRule {
  private CenterRule() {}

  static DataCenterStatus decide(List<Freshness> sources) {
    if (all(sources, source -> source.state() == State.UNKNOWN && source.cause() == Cause.NONE)) {
      return DataCenterStatus.UNKNOWN;
    }
    if (all(sources, source -> source.cause() == Cause.CONNECTOR_FAILING)) {
      return DataCenterStatus.DOWN;
    }
    if (any(sources, CenterRule::failingAndLate)) {
      return DataCenterStatus.FAILING;
    }
    if (any(sources, source -> source.state() == State.LATE && source.cause() != Cause.PAUSED)) {
      return DataCenterStatus.STALE;
    }
    return any(sources, source -> source.cause() != Cause.NONE)
        ? DataCenterStatus.DEGRADED
        : DataCenterStatus.UP;
  }

  private static boolean failingAndLate(Freshness source) {
    return source.state() == State.LATE && source.cause() == Cause.CONNECTOR_FAILING;
  }

  private static boolean all(List<Freshness> sources, Predicate<Freshness> test) {
    return sources.stream().allMatch(test);
  }

  private static boolean any(List<Freshness> sources, Predicate<Freshness> test) {
    return sources.stream().anyMatch(test);
  }
}
