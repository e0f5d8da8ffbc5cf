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

  /** The pane of the latest event, when it begins, and its place in the rings. */
  private long pane;

  private long paneStart = NEVER / 2;
  private int slot;

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
    findPane(observation.at());
    SeriesPanes series = byName.get(name);
    if (series == null) {
      series = opened(name, pane);
    }
    if (series == null) {
      return Arrival.TOO_MANY_SERIES;
    }
    series.add(pane, slot, observation);
    return Arrival.TAKEN;
  }

  /** Most events fall into the pane of the one before: that saves two divisions. */
  private void findPane(long at) {
    long offset = at - paneStart;
    if (offset < 0 || offset >= step) {
      pane = Math.floorDiv(at, step);
      paneStart = pane * step;
      slot = slot(pane);
    }
  }

  private int slot(long pane) {
    return (int) Math.floorMod(pane, (long) slots);
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
    int firstSlot = slot(openPane - panes);
    int lastSlot = slot(openPane - 1);
    boolean settled = true;
    Iterator<Map.Entry<String, SeriesPanes>> all = inOrder.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, SeriesPanes> entry = all.next();
      String name = entry.getKey();
      SeriesPanes series = entry.getValue();
      if (series.begunBefore(openPane)) {
        series.close(openPane - 1, lastSlot);
        settled &= close(name, series, firstSlot, sink);
        series.expire(firstSlot);
      }
      settled &= series.empty();
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

  private boolean close(String name, SeriesPanes series, int firstSlot, WindowSink sink) {
    int length = series.empty() ? 0 : panes;
    double value = series.panes.aggregate(firstSlot, length);
    return sink.closed(name, openPane * step, value, series.panes.count(firstSlot, length));
  }

  private long firstAhead(SeriesPanes series) {
    long ahead = openPane;
    while (series.panes.count(slot(ahead)) == 0) {
      ahead++;
    }
    return ahead;
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
