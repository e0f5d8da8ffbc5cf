package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.window.WindowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private @Nullable Records journal;

  EventTimeWindows(Limits limits, Function<String, SeriesSink> sinks) {
    this.series = new SeriesRegister<>(limits.series());
    this.sinks = sinks;
    this.lateness = limits.lateness().toMillis();
  }

  @Override
  public final Arrival add(String name, MetricEvent event) {
    long at = event.at().toEpochMilli();
    long least = at - lateness;
    if (least > watermark) {
      advance(least);
    } else if (at < watermark) {
      return Arrival.LATE;
    }
    S own = series.find(name);
    if (own == null) {
      own = opened(name);
    }
    if (own == null) {
      return Arrival.TOO_MANY_SERIES;
    }
    take(own, at, event);
    return Arrival.TAKEN;
  }

  /** Begins a series; null if there are as many as may be. */
  final @Nullable S opened(String name) {
    if (series.isFull()) {
      return null;
    }
    S own = begun(series.next(), name, sinks.apply(name));
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
  abstract S begun(long number, String name, SeriesSink sink);

  /** Takes an event into a series; its time is in milliseconds since the epoch. */
  abstract void take(S own, long at, MetricEvent event);

  /** Closes what is over at a watermark. */
  abstract void close(long watermark);

  abstract void saveProgress(DataOutput out) throws IOException;

  abstract void restoreProgress(DataInput in) throws IOException;

  /** Where to note what will not be there any more when changes are asked for; null for nowhere. */
  final @Nullable Records journal() {
    return journal;
  }

  final void removeOver(Predicate<S> over) {
    for (S own : series.removeIf(over)) {
      if (journal != null) {
        own.erase(journal);
      }
    }
  }

  @Override
  public final int size() {
    return series.size();
  }

  @Override
  public final List<WindowRecord> everything() {
    Records records = new Records();
    record(records, true);
    return records.drain();
  }

  @Override
  public final List<WindowRecord> changes() {
    boolean first = journal == null;
    Records records = journal == null ? new Records() : journal;
    record(records, first);
    series.inOrder().forEach(WindowSeries::recorded);
    journal = records;
    return records.drain();
  }

  @Override
  public final void forgetChanges() {
    journal = null;
  }

  private void record(Records records, boolean everything) {
    records.put(
        Records.RULE,
        Records.HEAD,
        out -> {
          out.writeLong(watermark);
          out.writeLong(series.next());
          saveProgress(out);
        });
    for (S own : series.inOrder()) {
      if (everything || own.changed()) {
        records.put(own.number, Records.HEAD, own::saveHead);
        own.recordParts(records, everything);
      }
    }
  }

  @Override
  public final void restore(List<WindowRecord> records) {
    journal = null;
    Map<Long, S> byNumber = new HashMap<>();
    records.stream().filter(EventTimeWindows::isProgress).forEach(this::restoreProgress);
    records.stream()
        .filter(record -> record.series() != Records.RULE && record.part() == Records.HEAD)
        .sorted(Comparator.comparingLong(WindowRecord::series))
        .forEach(head -> byNumber.put(head.series(), restored(head)));
    for (WindowRecord record : records) {
      S own = byNumber.get(record.series());
      if (own != null && record.part() != Records.HEAD) {
        Records.read(record, own::restorePart);
      }
    }
    byNumber.values().forEach(WindowSeries::resume);
  }

  private static boolean isProgress(WindowRecord record) {
    return record.series() == Records.RULE && record.part() == Records.HEAD;
  }

  private void restoreProgress(WindowRecord record) {
    Records.read(
        record,
        in -> {
          watermark = in.readLong();
          series.restart(in.readLong());
          restoreProgress(in);
        });
  }

  private S restored(WindowRecord head) {
    List<S> read = new ArrayList<>(1);
    Records.read(
        head,
        in -> {
          String name = Texts.read(in);
          S own = begun(head.series(), name, sinks.apply(name));
          own.restoreHead(in);
          read.add(own);
        });
    S own = read.get(0);
    series.add(own);
    return own;
  }
}
