package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows that last as long as events follow one another, merged as T. Akidau and others describe
 * in "The Dataflow Model", VLDB 2015, section 2.2. A series takes one pane for each session that is
 * not over, of which the lateness allows at most {@code lateness / gap + 2}.
 */
final class SessionWindows implements Windows {
  private final long gap;
  private final long lateness;
  private final long forgetAfter;
  private final int seriesLimit;
  private final PaneLayout layout;
  private final TreeMap<String, SeriesSessions> series = new TreeMap<>();

  private long watermark = Long.MIN_VALUE;

  /** No session is over before this moment, and no series is to be forgotten. */
  private long quietUntil = SeriesSessions.NEVER;

  SessionWindows(Window.Session window, Aggregate aggregate, Limits limits) {
    if (aggregate.equals(Aggregate.rate())) {
      throw new IllegalArgumentException(
          "A rate needs a window of fixed length: count the events of a session instead");
    }
    gap = window.gap().toMillis();
    lateness = limits.lateness().toMillis();
    forgetAfter = Math.max(gap, limits.forgetAfter().toMillis());
    seriesLimit = limits.series();
    layout = new PaneLayout(aggregate, Double.NaN);
  }

  @Override
  public Arrival add(String name, Observation observation, WindowSink sink) {
    if (observation.at() - lateness > watermark) {
      advance(observation.at() - lateness, sink);
    } else if (observation.at() < watermark) {
      return Arrival.LATE;
    }
    SeriesSessions sessions = series.get(name);
    if (sessions == null) {
      if (series.size() >= seriesLimit) {
        return Arrival.TOO_MANY_SERIES;
      }
      sessions = new SeriesSessions(layout, gap);
      series.put(name, sessions);
    }
    sessions.add(observation);
    quietUntil = Math.min(quietUntil, sessions.nextEnd());
    return Arrival.TAKEN;
  }

  @Override
  public void open(String name) {}

  @Override
  public void advance(long to, WindowSink sink) {
    if (to <= watermark) {
      return;
    }
    watermark = to;
    if (watermark >= quietUntil) {
      closeOver(sink);
    }
  }

  private void closeOver(WindowSink sink) {
    List<Closing> closings = new ArrayList<>();
    quietUntil = SeriesSessions.NEVER;
    series.entrySet().removeIf(entry -> !closeOver(entry.getKey(), entry.getValue(), closings));
    closings.sort(Comparator.comparingLong(Closing::at).thenComparing(Closing::series));
    closings.forEach(closing -> closing.tell(sink));
  }

  /** Notes what is to be told about a series; false if nothing of it is left. */
  private boolean closeOver(String name, SeriesSessions sessions, List<Closing> closings) {
    while (true) {
      long forgottenAt = sessions.forgottenAt(forgetAfter);
      long nextEnd = sessions.nextEnd();
      if (Math.min(forgottenAt, nextEnd) > watermark) {
        quietUntil = Math.min(quietUntil, Math.min(forgottenAt, nextEnd));
        return true;
      }
      if (nextEnd < forgottenAt) {
        closings.add(new Closing(name, nextEnd, sessions.close()));
      } else {
        closings.add(new Closing(name, forgottenAt, null));
        if (!sessions.forget()) {
          return false;
        }
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(watermark);
    out.writeLong(quietUntil);
    out.writeInt(series.size());
    for (Map.Entry<String, SeriesSessions> entry : series.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    watermark = in.readLong();
    quietUntil = in.readLong();
    series.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      SeriesSessions sessions = new SeriesSessions(layout, gap);
      sessions.restore(in);
      series.put(name, sessions);
    }
  }
}
