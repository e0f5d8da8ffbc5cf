package dev.tributary.alerts.internal.window;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;

/**
 * The bins of all panes in a window together. A pane is added when it closes and taken away when it
 * leaves, which is exact because bins only count: a window is read without merging its panes anew.
 */
final class WindowBins {
  private final IndexMapping mapping;
  private final Bins negative = new Bins();
  private final Bins positive = new Bins();
  private long zeros;
  private long total;

  WindowBins(IndexMapping mapping) {
    this.mapping = mapping;
  }

  void add(DDSketch pane) {
    change(pane, 1);
  }

  void remove(DDSketch pane) {
    change(pane, -1);
  }

  private void change(DDSketch pane, int sign) {
    pane.getNegativeValueStore()
        .forEach((index, count) -> negative.add(index, sign * (long) count));
    pane.getPositiveValueStore()
        .forEach((index, count) -> positive.add(index, sign * (long) count));
    zeros += sign * (long) SketchPanes.zeros(pane);
    total += sign * (long) pane.getCount();
  }

  /** The value that the given share of the values does not exceed; NaN if there are none. */
  double quantile(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    double rank = share * (total - 1);
    long seen = 0;
    for (int index = negative.end() - 1; index >= negative.first(); index--) {
      seen += negative.at(index);
      if (seen > rank) {
        return -mapping.value(index);
      }
    }
    seen += zeros;
    if (seen > rank) {
      return 0;
    }
    int index = positive.first();
    seen += positive.at(index);
    while (seen <= rank) {
      index++;
      seen += positive.at(index);
    }
    return mapping.value(index);
  }
}
