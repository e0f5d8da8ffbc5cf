package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One series of a window, whatever the window's shape. Not thread-safe. */
abstract class WindowSeries {
  final long number;
  final String name;
  final SeriesSink sink;

  /** Whether anything is different from what was recorded last. */
  private boolean changed = true;

  /**
   * Begins a series.
   *
   * @param number what it is called in records
   */
  WindowSeries(long number, String name, SeriesSink sink) {
    this.number = number;
    this.name = name;
    this.sink = sink;
  }

  final void change() {
    changed = true;
  }

  final boolean changed() {
    return changed;
  }

  /** Notes that everything is recorded. */
  void recorded() {
    changed = false;
  }

  final void saveHead(DataOutput out) throws IOException {
    Texts.write(name, out);
    saveStanding(out);
    sink.save(out);
  }

  final void restoreHead(DataInput in) throws IOException {
    restoreStanding(in);
    sink.restore(in);
  }

  /** How the series stands, without what is recorded in parts of its own. */
  abstract void saveStanding(DataOutput out) throws IOException;

  abstract void restoreStanding(DataInput in) throws IOException;

  /** Records what does not belong to the head. */
  void recordParts(Records records, boolean everything) {}

  void restorePart(DataInput in) throws IOException {}

  /** Takes up again what follows from what was read. */
  void resume() {}

  /** Notes that no part of the series is to be kept any more. */
  void erase(Records records) {
    records.remove(number, Records.HEAD);
  }
}
