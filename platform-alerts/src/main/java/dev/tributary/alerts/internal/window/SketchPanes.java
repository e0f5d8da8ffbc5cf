package dev.tributary.alerts.internal.window;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Panes that keep the distribution of the values in a mergeable sketch of bounded size, whose
 * percentiles lie within 1 % of the true ones: C. Masson, J. E. Rim, H. K. Lee, "DDSketch: a fast
 * and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019. Beyond {@value
 * #BINS} bins, which span 17 powers of ten, the smallest values share one.
 */
final class SketchPanes extends Panes {
  private static final double ACCURACY = 0.01;
  private static final int BINS = 2048;
  private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(ACCURACY);

  private final @Nullable DDSketch[] sketches;
  private final double quantile;

  /** The panes that have closed and not left since; never saved, because it follows from them. */
  private final WindowBins window = new WindowBins(MAPPING);

  private final boolean[] gathered;

  SketchPanes(int slots, double percent) {
    super(slots);
    sketches = new DDSketch[slots];
    quantile = percent / 100;
    gathered = new boolean[slots];
  }

  @Override
  double aggregate(int first, int length) {
    for (int index = 0, slot = first; index < length; index++) {
      DDSketch sketch = sketches[slot];
      if (sketch != null && !gathered[slot]) {
        window.add(sketch);
        gathered[slot] = true;
      }
      slot = next(slot);
    }
    return length == 0 ? Double.NaN : window.quantile(quantile);
  }

  @Override
  void include(int slot, Observation observation) {
    double most = MAPPING.maxIndexableValue();
    at(slot).accept(Math.clamp(observation.value(), -most, most));
  }

  private DDSketch at(int slot) {
    DDSketch sketch = sketches[slot];
    if (sketch == null) {
      sketch = new DDSketch(MAPPING, SketchPanes::store);
      sketches[slot] = sketch;
    }
    return sketch;
  }

  private static Store store() {
    return new CollapsingLowestDenseStore(BINS);
  }

  @Override
  void forget(int slot) {
    DDSketch sketch = sketches[slot];
    if (sketch != null && gathered[slot]) {
      window.remove(sketch);
    }
    gathered[slot] = false;
    sketches[slot] = null;
  }

  @Override
  void join(int slot, Panes other, int otherSlot) {
    at(slot).mergeWith(((SketchPanes) other).at(otherSlot));
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    DDSketch sketch = at(slot);
    Store negative = sketch.getNegativeValueStore();
    Store positive = sketch.getPositiveValueStore();
    out.writeDouble(zeros(sketch));
    saveStore(negative, out);
    saveStore(positive, out);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    double zeros = in.readDouble();
    Store negative = restoreStore(in);
    sketches[slot] = DDSketch.of(MAPPING, negative, restoreStore(in), zeros);
  }

  /** How many values of a sketch are too small for a bin. */
  static double zeros(DDSketch sketch) {
    return sketch.getCount()
        - sketch.getNegativeValueStore().getTotalCount()
        - sketch.getPositiveValueStore().getTotalCount();
  }

  private static void saveStore(Store store, DataOutput out) throws IOException {
    List<Bin> bins = new ArrayList<>();
    Iterator<Bin> ascending = store.getAscendingIterator();
    ascending.forEachRemaining(bins::add);
    out.writeInt(bins.size());
    for (Bin bin : bins) {
      out.writeInt(bin.getIndex());
      out.writeDouble(bin.getCount());
    }
  }

  private static Store restoreStore(DataInput in) throws IOException {
    Store store = store();
    for (int left = in.readInt(); left > 0; left--) {
      int index = in.readInt();
      store.add(index, in.readDouble());
    }
    return store;
  }
}
