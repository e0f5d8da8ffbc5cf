package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One series of a window, whatever the window's shape. Not thread-safe. */
abstract class WindowSeries {
  final String name;
  final SeriesSink sink;

  WindowSeries(String name, SeriesSink sink) {
    this.name = name;
    this.sink = sink;
  }

  abstract void save(DataOutput out) throws IOException;

  abstract void restore(DataInput in) throws IOException;
}
