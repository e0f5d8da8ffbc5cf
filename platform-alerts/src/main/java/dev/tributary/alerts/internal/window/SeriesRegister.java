package dev.tributary.alerts.internal.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The series of a window by name, and in the order of names. Not thread-safe. */
final class SeriesRegister<S extends WindowSeries> {
  private static final Comparator<WindowSeries> BY_NAME =
      Comparator.comparing(series -> series.name);

  private final int limit;
  private final Map<String, S> byName = new HashMap<>();

  /** Sorted only when the order is asked for: series come at any time, but mostly once. */
  private final List<S> inOrder = new ArrayList<>();

  private boolean sorted = true;

  /** The number of the next series. */
  private long next;

  SeriesRegister(int limit) {
    this.limit = limit;
  }

  @Nullable S find(String name) {
    return byName.get(name);
  }

  int size() {
    return byName.size();
  }

  boolean isFull() {
    return byName.size() >= limit;
  }

  /** A number that no series has or had. */
  long next() {
    return next;
  }

  void add(S series) {
    next = Math.max(next, series.number + 1);
    byName.put(series.name, series);
    inOrder.add(series);
    sorted = false;
  }

  List<S> inOrder() {
    if (!sorted) {
      inOrder.sort(BY_NAME);
      sorted = true;
    }
    return inOrder;
  }

  /** Takes series out, and returns them. */
  List<S> removeIf(Predicate<S> over) {
    List<S> removed = inOrder.stream().filter(over).toList();
    inOrder.removeIf(over);
    removed.forEach(series -> byName.remove(series.name));
    return removed;
  }

  /** Takes all series out, and begins to number where others left off. */
  void restart(long number) {
    byName.clear();
    inOrder.clear();
    next = number;
  }
}
