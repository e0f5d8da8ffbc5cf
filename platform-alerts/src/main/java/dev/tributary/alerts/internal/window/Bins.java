package dev.tributary.alerts.internal.window;

/** How many values each bin holds; only bins between the outermost ones take memory. */
final class Bins {
  private static final int SPARE = 32;

  private long[] counts = new long[0];
  private int offset;

  void add(int index, long count) {
    reach(index);
    counts[index - offset] += count;
  }

  private void reach(int index) {
    if (counts.length == 0) {
      offset = index - SPARE;
      counts = new long[2 * SPARE];
    } else if (index < offset || index >= offset + counts.length) {
      int first = Math.min(offset, index - SPARE);
      int end = Math.max(offset + counts.length, index + SPARE);
      long[] wider = new long[end - first];
      System.arraycopy(counts, 0, wider, offset - first, counts.length);
      counts = wider;
      offset = first;
    }
  }

  /** The first index that may hold values. */
  int first() {
    return offset;
  }

  /** The index after the last one that may hold values. */
  int end() {
    return offset + counts.length;
  }

  long at(int index) {
    return counts[index - offset];
  }
}
