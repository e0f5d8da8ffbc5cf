package dev.tributary.alerts;

import dev.tributary.alerts.internal.generate.PoissonTimes;
import dev.tributary.api.alert.EventPlan;
import dev.tributary.api.alert.MetricEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Makes up the events of a metric, one series at a time: a steady base here, an incident there. The
 * same scenario, seed and times give the same events on every machine.
 *
 * <pre>{@code
 * EventScenario.of("failed_logins", 42)
 *     .series(Map.of("data_center", "ams"), EventRate.steady(0.1))
 *     .series(Map.of("data_center", "fra"), EventRate.steady(0.1)
 *         .plus(EventRate.burst(Duration.ofMinutes(30), Duration.ofMinutes(10), 1)))
 *     .between(from, until);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class EventScenario {
  private final String metric;
  private final long seed;
  private final List<Series> series;

  private EventScenario(String metric, long seed, List<Series> series) {
    this.metric = metric;
    this.seed = seed;
    this.series = List.copyOf(series);
  }

  /**
   * Begins a scenario.
   *
   * @param metric the metric
   * @param seed decides everything that is random
   * @return a scenario without a series
   */
  public static EventScenario of(String metric, long seed) {
    return new EventScenario(metric, seed, List.of());
  }

  /**
   * Makes the events of a plan.
   *
   * @param plan a plan
   * @return its events, as {@link #between} makes them
   */
  public static Iterable<MetricEvent> events(EventPlan plan) {
    EventRate rate =
        EventRate.of(plan.scenario(), plan.rate(), Duration.between(plan.from(), plan.until()));
    return of(plan.metric(), plan.seed())
        .series(plan.labels(), rate)
        .between(plan.from(), plan.until());
  }

  /**
   * Adds a series.
   *
   * @param labels the labels of its events
   * @param rate how many come
   * @return the scenario with the series
   */
  public EventScenario series(Map<String, String> labels, EventRate rate) {
    List<Series> more = new ArrayList<>(series);
    more.add(new Series(Map.copyOf(labels), rate));
    return new EventScenario(metric, seed, more);
  }

  /**
   * Makes the events of a stretch of time, in order. They are made while they are read, so that a
   * long scenario takes no memory.
   *
   * @param from when the scenario begins
   * @param until when it ends
   * @return events of value 1; each iterator begins anew
   */
  public Iterable<MetricEvent> between(Instant from, Instant until) {
    return () -> new Events(from, Duration.between(from, until).toMillis() / 1000.0);
  }

  /** A part of the scenario. */
  private record Series(Map<String, String> labels, EventRate rate) {}

  /** The next event of a series. */
  private record Next(double second, int index, PoissonTimes times) {}

  private final class Events implements Iterator<MetricEvent> {
    private final Instant from;
    private final PriorityQueue<Next> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Next::second).thenComparingInt(Next::index));

    Events(Instant from, double seconds) {
      this.from = from;
      for (int index = 0; index < series.size(); index++) {
        EventRate rate = series.get(index).rate();
        offer(index, new PoissonTimes(rate.perSecond(), rate.most(), seconds, seed + index));
      }
    }

    private void offer(int index, PoissonTimes times) {
      double second = times.next();
      if (!Double.isNaN(second)) {
        queue.add(new Next(second, index, times));
      }
    }

    @Override
    public boolean hasNext() {
      return !queue.isEmpty();
    }

    @Override
    public MetricEvent next() {
      Next next = queue.poll();
      if (next == null) {
        throw new NoSuchElementException("the scenario is over");
      }
      offer(next.index(), next.times());
      Instant at = from.plusMillis((long) (next.second() * 1000));
      return MetricEvent.occurrence(metric, at, series.get(next.index()).labels());
    }
  }
}
