package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What windows of every shape do alike: they keep a watermark behind the newest event, refuse what
 * is older, and hold as many series as they may. Not thread-safe.
 */
abstract sealed class EventTimeWindows<S extends WindowSeries> implements Windows
    permits SlidingWindows, SessionWindows {
  final SeriesRegister<S> series;
  private final Function<String, SeriesSink> sinks;
  private final long lateness;
  private long watermark = Long.MIN_VALUE;

  EventTimeWindows(Limits limits, Function<String, SeriesSink> sinks) {
    this.series = new SeriesRegister<>(limits.series());
    this.sinks = sinks;
    this.lateness = limits.lateness().toMillis();
  }

  @Override
  public final Arrival add(String name, Observation observation) {
    long least = observation.at() - lateness;
    if (least > watermark) {
      advance(least);
    } else if (observation.at() < watermark) {
      return Arrival.LATE;
    }
    S own = series.find(name);
    if (own == null) {
      own = opened(name);
    }
    if (own == null) {
      return Arrival.TOO_MANY_SERIES;
    }
    take(own, observation);
    return Arrival.TAKEN;
  }

  /** Begins a series; null if there are as many as may be. */
  final @Nullable S opened(String name) {
    if (series.isFull()) {
      return null;
    }
    S own = begun(name, sinks.apply(name));
    series.add(own);
    return own;
  }

  @Override
  public final void advance(long to) {
    if (to > watermark) {
      watermark = to;
      close(to);
    }
  }

  /** Makes a series that holds nothing. */
  abstract S begun(String name, SeriesSink sink);

  abstract void take(S own, Observation observation);

  /** Closes what is over at a watermark. */
  abstract void close(long watermark);

  /** Takes up again what follows from what was read of a series. */
  abstract void resume(S own);

  abstract void saveProgress(DataOutput out) throws IOException;

  abstract void restoreProgress(DataInput in) throws IOException;

  @Override
  public final void save(DataOutput out) throws IOException {
    out.writeLong(watermark);
    saveProgress(out);
    out.writeInt(series.size());
    for (S own : series.inOrder()) {
      Texts.write(own.name, out);
      own.save(out);
      own.sink.save(out);
    }
  }

  @Override
  public final void restore(DataInput in) throws IOException {
    watermark = in.readLong();
    restoreProgress(in);
    series.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String name = Texts.read(in);
      S own = begun(name, sinks.apply(name));
      own.restore(in);
      resume(own);
      own.sink.restore(in);
      series.add(own);
    }
  }
}
