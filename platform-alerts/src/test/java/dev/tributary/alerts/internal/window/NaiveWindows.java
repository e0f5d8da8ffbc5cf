package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What windows mean, computed from all events at once, in the most obvious way. */
public record NaiveWindows(Aggregate aggregate, long forgetAfter) {

  /** An event with the series it belongs to. */
  public record Arriving(String series, MetricEvent event) {
    static Arriving of(String series, long at, double value, String user) {
      return new Arriving(
          series,
          new MetricEvent(
              "m", Instant.ofEpochMilli(at), value, Map.of("user", user), "by " + user));
    }

    long at() {
      return event.at().toEpochMilli();
    }

    double value() {
      return event.value();
    }
  }

  /** What a sink is told; a count below zero means that the series is forgotten. */
  public record Told(String series, long at, double value, long count, String note) {}

  public List<Told> sliding(Window.Sliding window, List<Arriving> events, long watermark) {
    List<Told> told = new ArrayList<>();
    bySeries(events).forEach((name, own) -> told.addAll(sliding(window, name, own, watermark)));
    return sorted(told);
  }

  private List<Told> sliding(
      Window.Sliding window, String name, List<Arriving> events, long watermark) {
    long step = window.step().toMillis();
    long length = window.length().toMillis();
    long forget = Math.max(length, forgetAfter / step * step);
    List<Told> told = new ArrayList<>();
    boolean active = false;
    long silentSince = 0;
    for (long end = (events.get(0).at() / step + 1) * step; end <= watermark; end += step) {
      long moment = end;
      if (events.stream().anyMatch(event -> event.at() >= moment - step && event.at() < moment)) {
        active = true;
        silentSince = end;
      }
      if (active) {
        told.add(
            told(
                name,
                end,
                events.stream()
                    .filter(event -> event.at() >= moment - length && event.at() < moment)
                    .toList(),
                length));
        if (end - silentSince >= forget) {
          told.add(new Told(name, end, 0, -1, ""));
          active = false;
        }
      }
    }
    return told;
  }

  public List<Told> sessions(Window.Session window, List<Arriving> events, long watermark) {
    long gap = window.gap().toMillis();
    List<Told> told = new ArrayList<>();
    bySeries(events)
        .forEach((name, own) -> {
          List<Arriving> session = new ArrayList<>();
          long silentSince = Long.MAX_VALUE;
          for (Arriving event : own) {
            if (!session.isEmpty() && event.at() - session.getLast().at() >= gap) {
              silentSince = session.getLast().at() + gap;
              addIfOver(told, told(name, silentSince, session, 0), watermark);
              session = new ArrayList<>();
              addForgotten(told, name, silentSince, event.at(), watermark);
            }
            session.add(event);
          }
          silentSince = session.getLast().at() + gap;
          addIfOver(told, told(name, silentSince, session, 0), watermark);
          addForgotten(told, name, silentSince, Long.MAX_VALUE, watermark);
        });
    return sorted(told);
  }

  private void addForgotten(List<Told> told, String name, long since, long next, long watermark) {
    if (next - since >= forgetAfter) {
      addIfOver(told, new Told(name, since + forgetAfter, 0, -1, ""), watermark);
    }
  }

  private static void addIfOver(List<Told> told, Told one, long watermark) {
    if (one.at() <= watermark) {
      told.add(one);
    }
  }

  private Told told(String name, long end, List<Arriving> events, long length) {
    double[] values = events.stream().mapToDouble(Arriving::value).toArray();
    return new Told(name, end, value(events, values, length), values.length, note(events));
  }

  private double value(List<Arriving> events, double[] values, long length) {
    double[] sorted = java.util.Arrays.stream(values).sorted().toArray();
    double sum = java.util.Arrays.stream(values).sum();
    int count = values.length;
    return switch (aggregate) {
      case Aggregate.Percentile percentile ->
          count == 0 ? Double.NaN : sorted[(int) (percentile.percent() / 100 * (count - 1))];
      case Aggregate.Distinct distinct ->
          events.stream().map(one -> one.event().labels().get(distinct.label())).distinct().count();
      case Aggregate.Basic basic ->
          switch (basic) {
            case COUNT -> count;
            case RATE -> count / (length / 1000.0);
            case SUM -> sum;
            case AVERAGE -> sum / count;
            case MIN -> count == 0 ? Double.NaN : sorted[0];
            case MAX -> count == 0 ? Double.NaN : sorted[count - 1];
            case LAST -> last(events).map(MetricEvent::value).orElse(Double.NaN);
          };
    };
  }

  private String note(List<Arriving> events) {
    return aggregate == Aggregate.last() ? last(events).map(MetricEvent::note).orElse("") : "";
  }

  private static Optional<MetricEvent> last(List<Arriving> events) {
    return events.stream()
        .map(Arriving::event)
        .max(
            Comparator.comparing(MetricEvent::at)
                .thenComparingDouble(MetricEvent::value)
                .thenComparing(MetricEvent::note));
  }

  private static Map<String, List<Arriving>> bySeries(List<Arriving> events) {
    return events.stream()
        .sorted(Comparator.comparingLong(Arriving::at))
        .collect(Collectors.groupingBy(Arriving::series, TreeMap::new, Collectors.toList()));
  }

  private static List<Told> sorted(List<Told> told) {
    return told.stream()
        .sorted(Comparator.comparingLong(Told::at).thenComparing(Told::series))
        .toList();
  }
}
