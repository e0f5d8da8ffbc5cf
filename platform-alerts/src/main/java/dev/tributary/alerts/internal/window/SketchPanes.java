package dev.tributary.alerts.internal.window;

import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Panes that keep the distribution of the values in bins that grow with the values, so that
 * percentiles lie within 1 % of the true ones: C. Masson, J. E. Rim, H. K. Lee, "DDSketch: a fast
 * and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019. A pane is added
 * to the window's bins when it closes and taken away when it leaves, which is exact because bins
 * only count. Beyond {@value #MOST_BINS} bins in a pane the lowest values share one.
 */
final class SketchPanes extends Panes {
  private static final int MOST_BINS = 2048;
  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(0.01);
  private static final double LEAST = MAPPING.minIndexableValue();
  private static final double MOST = MAPPING.maxIndexableValue();
  private static final int BEFORE_FIRST = MAPPING.index(LEAST) - 1;

  private final @Nullable ValueBins[] panes;
  private final double share;

  /** Never saved, because it follows from the panes. */
  private final ValueBins window = new ValueBins();

  SketchPanes(int slots, double percent) {
    super(slots);
    panes = new ValueBins[slots];
    share = percent / 100;
  }

  @Override
  double value(Stride stride) {
    return held() == 0 ? Double.NaN : middle(window.at((long) (share * (held() - 1))));
  }

  @Override
  void include(int slot, MetricEvent event) {
    ValueBins pane = at(slot);
    pane.add(bin(event.value()), 1);
    if (pane.size() > MOST_BINS) {
      pane.collapseLowest();
    }
  }

  /** Positive values have positive bins, negative ones the same below zero. */
  private static int bin(double value) {
    double size = Math.min(Math.abs(value), MOST);
    if (size < LEAST) {
      return 0;
    }
    int bin = MAPPING.index(size) - BEFORE_FIRST;
    return value < 0 ? -bin : bin;
  }

  private static double middle(int bin) {
    if (bin == 0) {
      return 0;
    }
    double size = MAPPING.value(Math.abs(bin) + BEFORE_FIRST);
    return bin < 0 ? -size : size;
  }

  private ValueBins at(int slot) {
    ValueBins pane = panes[slot];
    if (pane == null) {
      pane = new ValueBins();
      panes[slot] = pane;
    }
    return pane;
  }

  @Override
  void join(Stride stride) {
    resume(stride.newest(), true);
  }

  @Override
  void resume(int slot, boolean turned) {
    ValueBins pane = panes[slot];
    if (pane != null) {
      window.addAll(pane);
    }
  }

  @Override
  boolean unused(int slot) {
    return panes[slot] == null;
  }

  @Override
  void forget(int slot) {
    ValueBins pane = panes[slot];
    if (pane != null) {
      window.removeAll(pane);
      panes[slot] = null;
    }
  }

  @Override
  void merge(Panes other) {
    ValueBins pane = at(0);
    pane.addAll(((SketchPanes) other).at(0));
    while (pane.size() > MOST_BINS) {
      pane.collapseLowest();
    }
  }

  @Override
  void save(int slot, DataOutput out) throws IOException {
    super.save(slot, out);
    at(slot).save(out);
  }

  @Override
  void restore(int slot, DataInput in) throws IOException {
    super.restore(slot, in);
    at(slot).restore(in);
  }
}
