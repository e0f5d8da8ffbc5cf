package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Windows that last as long as events follow one another, merged as T. Akidau and others describe
 * in "The Dataflow Model", VLDB 2015, section 2.2. A series takes one pane for each session that is
 * not over, of which the lateness allows at most {@code lateness / gap + 2}.
 */
final class SessionWindows extends EventTimeWindows<SeriesSessions> {
  private final long gap;
  private final long forgetAfter;
  private final PaneLayout layout;

  /** No session is over before this moment, and no series is to be forgotten. */
  private long quietUntil = SeriesSessions.NEVER;

  SessionWindows(
      Window.Session window,
      Aggregate aggregate,
      Limits limits,
      Function<String, SeriesSink> sinks) {
    super(limits, sinks);
    if (aggregate.equals(Aggregate.rate())) {
      throw new IllegalArgumentException(
          "A rate needs a window of fixed length: count the events of a session instead");
    }
    gap = window.gap().toMillis();
    forgetAfter = Math.max(gap, limits.forgetAfter().toMillis());
    layout = new PaneLayout(aggregate, Double.NaN);
  }

  @Override
  SeriesSessions begun(long number, String name, SeriesSink sink) {
    return new SeriesSessions(number, name, sink, layout, gap);
  }

  @Override
  void take(SeriesSessions own, long at, MetricEvent event) {
    own.add(at, event);
    quietUntil = Math.min(quietUntil, own.nextEnd());
  }

  @Override
  public void open(String name) {}

  @Override
  void close(long watermark) {
    if (watermark < quietUntil) {
      return;
    }
    List<Closing> closings = new ArrayList<>();
    quietUntil = SeriesSessions.NEVER;
    series.inOrder().forEach(own -> closeOver(own, watermark, closings));
    closings.sort(Comparator.comparingLong(Closing::at));
    closings.forEach(closing -> closing.what().run());
    removeOver(SeriesSessions::over);
  }

  /** Notes what is to be told about a series. */
  private void closeOver(SeriesSessions own, long watermark, List<Closing> closings) {
    while (true) {
      long forgottenAt = own.forgottenAt(forgetAfter);
      long nextEnd = own.nextEnd();
      long at = Math.min(forgottenAt, nextEnd);
      if (at > watermark) {
        quietUntil = Math.min(quietUntil, at);
        return;
      }
      if (nextEnd < forgottenAt) {
        SeriesSessions.Session session = own.close();
        closings.add(new Closing(at, () -> session.tell(own.sink, at)));
      } else {
        own.forget();
        closings.add(new Closing(at, () -> own.sink.forgotten(at)));
      }
    }
  }

  @Override
  void saveProgress(DataOutput out) throws IOException {
    out.writeLong(quietUntil);
  }

  @Override
  void restoreProgress(DataInput in) throws IOException {
    quietUntil = in.readLong();
  }

  /**
   * Something to be told, and when: of several at one moment, the one noted first is told first.
   */
  private record Closing(long at, Runnable what) {}
}
