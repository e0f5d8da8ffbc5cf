package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many values each bin holds. Only bins with values take memory, 8 bytes each; they are sorted,
 * because most panes have few and a window's are looked through from the lowest on.
 */
final class ValueBins {
  private static final int FIRST_CAPACITY = 4;

  private int[] bins = new int[FIRST_CAPACITY];
  private int[] counts = new int[FIRST_CAPACITY];
  private int size;
  private int vacant;

  int size() {
    return size;
  }

  void add(int bin, int count) {
    int place = Arrays.binarySearch(bins, 0, size, bin);
    if (place >= 0) {
      vacant -= counts[place] == 0 ? 1 : 0;
      counts[place] += count;
    } else {
      insert(-1 - place, bin, count);
    }
  }

  private void insert(int place, int bin, int count) {
    if (size == bins.length) {
      bins = Arrays.copyOf(bins, size + (size >> 1) + 1);
      counts = Arrays.copyOf(counts, bins.length);
    }
    System.arraycopy(bins, place, bins, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    bins[place] = bin;
    counts[place] = count;
    size++;
  }

  void addAll(ValueBins other) {
    for (int place = 0; place < other.size; place++) {
      add(other.bins[place], other.counts[place]);
    }
  }

  /** Takes away what was added. */
  void removeAll(ValueBins other) {
    for (int place = 0; place < other.size; place++) {
      int own = Arrays.binarySearch(bins, 0, size, other.bins[place]);
      counts[own] -= other.counts[place];
      vacant += counts[own] == 0 ? 1 : 0;
    }
    if (vacant > FIRST_CAPACITY && vacant > size / 2) {
      compact();
    }
  }

  private void compact() {
    int kept = 0;
    for (int place = 0; place < size; place++) {
      if (counts[place] != 0) {
        bins[kept] = bins[place];
        counts[kept] = counts[place];
        kept++;
      }
    }
    size = kept;
    vacant = 0;
  }

  /** Puts the values of the two lowest bins into one. */
  void collapseLowest() {
    counts[1] += counts[0];
    size--;
    System.arraycopy(bins, 1, bins, 0, size);
    System.arraycopy(counts, 1, counts, 0, size);
  }

  /** The bin of the value that comes after so many lower ones; there have to be more values. */
  int at(long rank) {
    long seen = counts[0];
    int place = 0;
    while (seen <= rank) {
      place++;
      seen += counts[place];
    }
    return bins[place];
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int place = 0; place < size; place++) {
      out.writeInt(bins[place]);
      out.writeInt(counts[place]);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      add(in.readInt(), in.readInt());
    }
  }
}
