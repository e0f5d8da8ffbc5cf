package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;

/** Makes the panes that an aggregate needs. */
final class PaneLayout {
  private final Aggregate aggregate;
  private final double windowSeconds;

  /** Makes a layout; the length of the window only matters for a rate. */
  PaneLayout(Aggregate aggregate, double windowSeconds) {
    this.aggregate = aggregate;
    this.windowSeconds = windowSeconds;
  }

  Panes panes(int slots) {
    return switch (aggregate) {
      case Aggregate.Percentile percentile -> new SketchPanes(slots, percentile.percent());
      case Aggregate.Distinct distinct -> new DistinctPanes(slots, distinct.label());
      case Aggregate.Basic basic ->
          switch (basic) {
            case COUNT -> new CountPanes(slots, 1);
            case RATE -> new CountPanes(slots, windowSeconds);
            case SUM -> new SumPanes(slots, false);
            case AVERAGE -> new SumPanes(slots, true);
            case MIN -> ExtremePanes.min(slots);
            case MAX -> ExtremePanes.max(slots);
            case LAST -> new LastPanes(slots);
          };
    };
  }
}
