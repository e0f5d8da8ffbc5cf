package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Windows of fixed length, cut into panes of one step each: J. Li, D. Maier, K. Tufte, V.
 * Papadimos, P. A. Tucker, "No pane, no gain: efficient evaluation of sliding-window aggregates
 * over data streams", SIGMOD Record 34 (2005). A series takes a ring of as many panes as the window
 * and the lateness are long, plus two.
 */
final class SlidingWindows implements Windows {
  private static final long NEVER = Long.MIN_VALUE;

  private final long step;
  private final int panes;
  private final int slots;
  private final long lateness;
  private final long forgetPanes;
  private final int seriesLimit;
  private final PaneLayout layout;
  private final Map<String, SeriesPanes> byName = new HashMap<>();
  private final TreeMap<String, SeriesPanes> inOrder = new TreeMap<>();

  private long watermark = NEVER;

  /** The pane that begins where the latest closed window ended. */
  private long openPane = NEVER;

  SlidingWindows(Window.Sliding window, Aggregate aggregate, Limits limits) {
    step = window.step().toMillis();
    panes = window.panes();
    lateness = limits.lateness().toMillis();
    slots = Math.toIntExact(panes + lateness / step + 2);
    forgetPanes = Math.max(panes, limits.forgetAfter().toMillis() / step);
    seriesLimit = limits.series();
    layout = new PaneLayout(aggregate, window.length().toMillis() / 1000.0);
  }

  @Override
  public Arrival add(String name, Observation observation, WindowSink sink) {
    if (observation.at() - lateness > watermark) {
      advance(observation.at() - lateness, sink);
    } else if (observation.at() < watermark) {
      return Arrival.LATE;
    }
    long pane = Math.floorDiv(observation.at(), step);
    SeriesPanes series = byName.get(name);
    if (series == null) {
      series = opened(name, pane);
    }
    if (series == null) {
      return Arrival.TOO_MANY_SERIES;
    }
    series.add(pane, observation);
    return Arrival.TAKEN;
  }

  private @Nullable SeriesPanes opened(String name, long pane) {
    if (byName.size() >= seriesLimit) {
      return null;
    }
    SeriesPanes series = new SeriesPanes(layout.panes(slots), pane);
    byName.put(name, series);
    inOrder.put(name, series);
    return series;
  }

  @Override
  public void open(String name) {
    if (!byName.containsKey(name)) {
      opened(name, openPane);
    }
  }

  @Override
  public void advance(long to, WindowSink sink) {
    if (to <= watermark) {
      return;
    }
    watermark = to;
    long target = Math.floorDiv(to, step);
    while (openPane < target) {
      if (inOrder.isEmpty()) {
        openPane = target;
      } else {
        openPane++;
        if (closeAll(sink)) {
          openPane = Math.max(openPane, Math.min(target, nextForgetting()) - 1);
        }
      }
    }
  }

  /** Looks at every window that ends with the pane before the open one. */
  private boolean closeAll(WindowSink sink) {
    boolean settled = true;
    Iterator<Map.Entry<String, SeriesPanes>> all = inOrder.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, SeriesPanes> entry = all.next();
      String name = entry.getKey();
      SeriesPanes series = entry.getValue();
      settled &= series.begunBefore(openPane) && close(name, series, sink);
      if (openPane - series.silentSince() >= forgetPanes) {
        sink.forgotten(name, openPane * step);
        if (series.empty()) {
          all.remove();
          byName.remove(name);
        } else {
          series.restart(firstAhead(series));
        }
      }
    }
    return settled;
  }

  private boolean close(String name, SeriesPanes series, WindowSink sink) {
    series.close(openPane - 1);
    int first = series.slot(openPane - panes);
    int length = series.empty() ? 0 : panes;
    double value = series.panes.aggregate(first, length);
    long count = series.panes.count(first, length);
    boolean settled = sink.closed(name, openPane * step, value, count);
    series.expire(openPane - panes);
    return settled && series.empty();
  }

  private long firstAhead(SeriesPanes series) {
    long pane = openPane;
    while (series.panes.count(series.slot(pane)) == 0) {
      pane++;
    }
    return pane;
  }

  private long nextForgetting() {
    long next = Long.MAX_VALUE;
    for (SeriesPanes series : inOrder.values()) {
      next = Math.min(next, series.silentSince() + forgetPanes);
    }
    return next;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(watermark);
    out.writeLong(openPane);
    out.writeInt(inOrder.size());
    for (Map.Entry<String, SeriesPanes> entry : inOrder.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    watermark = in.readLong();
    openPane = in.readLong();
    byName.clear();
    inOrder.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      SeriesPanes series = new SeriesPanes(layout.panes(slots), 0);
      series.restore(in);
      byName.put(name, series);
      inOrder.put(name, series);
    }
  }
}
