package dev.tributary.alerts.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.alerts.internal.window.NaiveWindows.Arriving;
import dev.tributary.alerts.internal.window.NaiveWindows.Told;
import dev.tributary.alerts.internal.window.Windows.Arrival;
import dev.tributary.alerts.internal.window.Windows.Limits;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.Window;
import dev.tributary.api.window.WindowRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WindowLawsTest {
  private static final Duration LATENESS = Duration.ofMillis(700);
  private static final Duration FORGET = Duration.ofSeconds(3);
  private static final Limits LIMITS = new Limits(LATENESS, 10, FORGET);

  @Property(tries = 300)
  void anyOrderWithinTheLatenessMeansWhatTheNaiveModelSays(
      @ForAll("window") Window window,
      @ForAll("aggregate") Aggregate aggregate,
      @ForAll("events") List<Arriving> events,
      @ForAll long seed) {
    Recorder recorder = new Recorder(false);
    long watermark = end(events);

    Windows windows = Windows.of(window, aggregate, LIMITS, recorder);
    feed(windows, arrivals(events, seed));
    windows.advance(watermark);

    assertSame(recorder.told, naive(window, aggregate, events, watermark), aggregate);
  }

  @Property(tries = 200)
  void restoredWindowsContinueBitForBit(
      @ForAll("window") Window window,
      @ForAll("aggregate") Aggregate aggregate,
      @ForAll("events") List<Arriving> events,
      @ForAll long seed) {
    List<Arriving> arrivals = arrivals(events, seed);
    int cut = new Random(seed).nextInt(arrivals.size() + 1);
    Recorder whole = new Recorder(false);
    Windows uncut = Windows.of(window, aggregate, LIMITS, whole);
    feed(uncut, arrivals);

    Recorder parts = new Recorder(false);
    Windows before = Windows.of(window, aggregate, LIMITS, parts);
    feed(before, arrivals.subList(0, cut));
    Windows after = Windows.of(window, aggregate, LIMITS, parts);
    after.restore(before.everything());
    assertThat(save(after)).isEqualTo(save(before));
    feed(after, arrivals.subList(cut, arrivals.size()));

    assertThat(parts.told).isEqualTo(whole.told);
    assertThat(save(after)).isEqualTo(save(uncut));
  }

  @Property(tries = 300)
  void changesAddUpToEverything(
      @ForAll("window") Window window,
      @ForAll("aggregate") Aggregate aggregate,
      @ForAll("events") List<Arriving> events,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Arriving> arrivals = arrivals(events, seed);
    Recorder whole = new Recorder(false);
    Windows uncut = Windows.of(window, aggregate, LIMITS, whole);
    feed(uncut, arrivals);
    uncut.advance(end(events));

    Recorder parts = new Recorder(false);
    Map<String, String> stored = new TreeMap<>();
    Windows windows = Windows.of(window, aggregate, LIMITS, parts);
    for (Arriving event : arrivals) {
      feed(windows, List.of(event));
      if (random.nextInt(3) == 0) {
        apply(windows.changes(), stored);
      }
      if (random.nextInt(6) == 0) {
        apply(windows.changes(), stored);
        windows = Windows.of(window, aggregate, LIMITS, parts);
        windows.restore(records(stored));
        stored = contents(windows.changes());
      }
    }
    windows.advance(end(events));

    assertThat(parts.told).isEqualTo(whole.told);
    assertThat(save(windows)).isEqualTo(save(uncut));
  }

  @Property(tries = 200)
  void skippingSettledStretchesHidesNoEvent(
      @ForAll("window") Window window, @ForAll("events") List<Arriving> events, @ForAll long seed) {
    Recorder everything = new Recorder(false);
    Recorder skipping = new Recorder(true);
    for (Recorder recorder : List.of(everything, skipping)) {
      Windows windows = Windows.of(window, Aggregate.sum(), LIMITS, recorder);
      feed(windows, arrivals(events, seed));
      windows.advance(end(events));
    }

    assertThat(skipping.told.stream().filter(told -> told.count() != 0).toList())
        .isEqualTo(everything.told.stream().filter(told -> told.count() != 0).toList());
    assertThat(everything.told).containsAll(skipping.told);
  }

  @Property(tries = 100)
  void eventsBehindTheWatermarkAreRefusedAndChangeNothing(
      @ForAll("window") Window window, @ForAll("events") List<Arriving> events) {
    Windows windows = Windows.of(window, Aggregate.sum(), LIMITS, new Recorder(false));
    feed(windows, arrivals(events, 0));
    windows.advance(end(events));
    Map<String, String> before = save(windows);

    for (Arriving event : events) {
      assertThat(windows.add(event.series(), event.event())).isEqualTo(Arrival.LATE);
    }

    assertThat(save(windows)).isEqualTo(before);
  }

  @Property(tries = 50)
  void sumsDoNotDependOnTheOrderOfDecimals(@ForAll long seed) {
    Random random = new Random(seed);
    List<Arriving> events = new ArrayList<>();
    for (int index = 0; index < 500; index++) {
      double value = Math.round(random.nextDouble() * 1e6) / 100.0;
      events.add(Arriving.of("a", random.nextInt(400), value, "x"));
    }
    Recorder first = new Recorder(false);
    Recorder second = new Recorder(false);
    Window window = Window.sliding(Duration.ofMillis(400), Duration.ofMillis(100));
    feedAndClose(window, events, first);
    Collections.shuffle(events, random);
    feedAndClose(window, events, second);

    assertThat(second.told).isEqualTo(first.told);
  }

  private static void feedAndClose(Window window, List<Arriving> events, Recorder recorder) {
    Windows windows = Windows.of(window, Aggregate.sum(), LIMITS, recorder);
    feed(windows, events);
    windows.advance(5000);
  }

  @Provide
  Arbitrary<Window> window() {
    return Arbitraries.of(
        Window.tumbling(Duration.ofMillis(500)),
        Window.sliding(Duration.ofMillis(500), Duration.ofMillis(100)),
        Window.sliding(Duration.ofMillis(900), Duration.ofMillis(300)),
        Window.session(Duration.ofMillis(250)),
        Window.session(Duration.ofMillis(900)));
  }

  @Provide
  Arbitrary<Aggregate> aggregate() {
    return Arbitraries.of(
        Aggregate.count(),
        Aggregate.sum(),
        Aggregate.average(),
        Aggregate.min(),
        Aggregate.max(),
        Aggregate.last(),
        Aggregate.distinct("user"),
        Aggregate.percentile(50),
        Aggregate.percentile(99));
  }

  @Provide
  Arbitrary<List<Arriving>> events() {
    Arbitrary<Long> at =
        Arbitraries.oneOf(
            Arbitraries.longs().between(10_000, 14_000),
            Arbitraries.longs().between(10_000, 30_000));
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            at,
            Arbitraries.integers().between(-400, 400),
            Arbitraries.of("x", "y", "z"))
        .as((series, time, quarters, member) -> Arriving.of(series, time, quarters / 4.0, member))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  /** An order in which the events may arrive: each is late by at most the lateness. */
  private static List<Arriving> arrivals(List<Arriving> events, long seed) {
    Random random = new Random(seed);
    Map<Arriving, Long> arrival = new IdentityHashMap<>();
    events.forEach(
        event -> arrival.put(event, event.at() + random.nextInt((int) LATENESS.toMillis() + 1)));
    return events.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  private static long end(List<Arriving> events) {
    return events.stream().mapToLong(Arriving::at).max().orElse(0) + 5000;
  }

  private static List<Told> naive(
      Window window, Aggregate aggregate, List<Arriving> events, long watermark) {
    NaiveWindows naive = new NaiveWindows(aggregate, FORGET.toMillis());
    return switch (window) {
      case Window.Sliding sliding -> naive.sliding(sliding, events, watermark);
      case Window.Session session -> naive.sessions(session, events, watermark);
    };
  }

  private static void feed(Windows windows, List<Arriving> events) {
    for (Arriving event : events) {
      assertThat(windows.add(event.series(), event.event())).isEqualTo(Arrival.TAKEN);
    }
  }

  private static void assertSame(List<Told> told, List<Told> naive, Aggregate aggregate) {
    assertThat(
            told.stream()
                .map(one -> new Told(one.series(), one.at(), 0, one.count(), one.note()))
                .toList())
        .isEqualTo(
            naive.stream()
                .map(one -> new Told(one.series(), one.at(), 0, one.count(), one.note()))
                .toList());
    for (int index = 0; index < told.size(); index++) {
      double expected = naive.get(index).value();
      double relative = aggregate instanceof Aggregate.Percentile ? 0.011 : 0;
      if (Double.isNaN(expected)) {
        assertThat(told.get(index).value()).isNaN();
      } else {
        assertThat(told.get(index).value())
            .isCloseTo(expected, within(relative * Math.abs(expected)));
      }
    }
  }

  /** What windows remember, comparable. */
  private static Map<String, String> save(Windows windows) {
    return contents(windows.everything());
  }

  private static Map<String, String> contents(List<WindowRecord> records) {
    Map<String, String> contents = new TreeMap<>();
    apply(records, contents);
    return contents;
  }

  /** Does what a store does with records. */
  private static void apply(List<WindowRecord> records, Map<String, String> contents) {
    for (WindowRecord record : records) {
      contents.put(record.series() + "/" + record.part(), HexFormat.of().formatHex(record.state()));
    }
    contents.values().removeIf(String::isEmpty);
  }

  private static List<WindowRecord> records(Map<String, String> contents) {
    List<WindowRecord> records = new ArrayList<>();
    contents.forEach((place, content) -> {
      String[] parts = place.split("/", 2);
      records.add(
          new WindowRecord(
              Long.parseLong(parts[0]),
              Integer.parseInt(parts[1]),
              HexFormat.of().parseHex(content)));
    });
    return records;
  }
}
