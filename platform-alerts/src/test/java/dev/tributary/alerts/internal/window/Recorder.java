package dev.tributary.alerts.internal.window;

import dev.tributary.alerts.internal.window.NaiveWindows.Told;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes down what the windows of all series say. */
final class Recorder implements Function<String, SeriesSink> {
  final List<Told> told = new ArrayList<>();
  private final boolean settles;

  Recorder(boolean settles) {
    this.settles = settles;
  }

  @Override
  public SeriesSink apply(String series) {
    return new SeriesSink() {
      @Override
      public boolean closed(Reading reading) {
        told.add(new Told(series, reading.at(), reading.value(), reading.count(), reading.note()));
        return settles;
      }

      @Override
      public void forgotten(long at) {
        told.add(new Told(series, at, 0, -1, ""));
      }

      @Override
      public void save(DataOutput out) {}

      @Override
      public void restore(DataInput in) {}
    };
  }
}
