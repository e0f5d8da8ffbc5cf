package dev.tributary.alerts.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.alerts.SpecTables;
import dev.tributary.alerts.internal.window.NaiveWindows.Arriving;
import dev.tributary.alerts.internal.window.Windows.Arrival;
import dev.tributary.alerts.internal.window.Windows.Limits;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTableTest {

  @TestFactory
  Stream<DynamicTest> closesWhatTheTableSays() {
    return SpecTables.cases("windows.yaml", WindowTableTest::check);
  }

  private static void check(JsonNode spec) {
    Recorder recorder = new Recorder(false);
    Windows windows = Windows.of(window(spec), aggregate(spec), limits(spec), recorder);
    Map<Arrival, Integer> arrivals = new EnumMap<>(Arrival.class);

    for (JsonNode event : spec.path("events")) {
      Arriving arriving =
          Arriving.of(
              event.path(2).asText(""),
              event.get(0).asLong() * 1000,
              event.get(1).asDouble(),
              "somebody");
      arrivals.merge(windows.add(arriving.series(), arriving.event()), 1, Integer::sum);
    }
    windows.advance(spec.path("until").asLong() * 1000);

    List<String> expected = new ArrayList<>();
    spec.path("closes").forEach(line -> expected.add(expectedLine(line)));
    assertThat(recorder.told.stream().map(WindowTableTest::line).toList()).isEqualTo(expected);
    assertThat(arrivals.getOrDefault(Arrival.LATE, 0)).isEqualTo(spec.path("late").asInt());
    assertThat(arrivals.getOrDefault(Arrival.TOO_MANY_SERIES, 0))
        .isEqualTo(spec.path("refused").asInt());
  }

  private static String expectedLine(JsonNode line) {
    String value =
        line.get(1).isNumber() ? String.valueOf(line.get(1).asDouble()) : line.get(1).asText();
    return line.get(0).asLong() + " " + value + " " + line.path(2).asText("");
  }

  private static Window window(JsonNode spec) {
    if (spec.has("sliding")) {
      JsonNode sliding = spec.path("sliding");
      return Window.sliding(seconds(sliding.get(0)), seconds(sliding.get(1)));
    }
    return spec.has("session")
        ? Window.session(seconds(spec.path("session")))
        : Window.tumbling(seconds(spec.path("tumbling")));
  }

  private static Aggregate aggregate(JsonNode spec) {
    return Aggregate.Basic.valueOf(spec.path("aggregate").asText().toUpperCase(Locale.ROOT));
  }

  private static Limits limits(JsonNode spec) {
    return new Limits(
        seconds(spec.path("lateness")),
        spec.path("series").asInt(100),
        Duration.ofSeconds(spec.path("forget").asInt(3600)));
  }

  private static Duration seconds(JsonNode number) {
    return Duration.ofSeconds(number.asLong());
  }

  /** So that what was stored before there were notes is understood. */
  @ParameterizedTest
  @CsvSource({"'', 0", "why, 7"})
  void aNoteTakesRoomOnlyWhereThereIsOne(String note, int room) {
    Windows windows =
        Windows.of(
            Window.tumbling(Duration.ofSeconds(1)),
            Aggregate.last(),
            new Limits(Duration.ZERO, 1, Duration.ofDays(1)),
            new Recorder(false));

    windows.add("a", new MetricEvent("m", Instant.ofEpochMilli(5), 1, Map.of(), note));

    assertThat(windows.everything())
        .filteredOn(record -> record.part() >= 0)
        .singleElement()
        .satisfies(pane -> assertThat(pane.state()).hasSize(37 + room));
  }

  @Test
  void absurdWindowsAreRefused() {
    assertThatThrownBy(() -> Window.sliding(Duration.ZERO)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> Window.sliding(Duration.ofDays(300), Duration.ofMillis(1)))
        .hasMessageContaining("choose a step");
    assertThatThrownBy(() -> Window.sliding(Duration.ofSeconds(10), Duration.ofSeconds(3)))
        .hasMessageContaining("choose a step");
    assertThatThrownBy(() -> Window.session(Duration.ofNanos(1)))
        .hasMessageContaining("whole milliseconds");
    assertThatThrownBy(() -> Aggregate.percentile(101)).hasMessageContaining("from 0 to 100");
  }

  @Test
  void slidingWindowMovesInUpToSixtySteps() {
    assertThat(Window.sliding(Duration.ofMinutes(5)).step()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Window.sliding(Duration.ofMillis(7)).step()).isEqualTo(Duration.ofMillis(1));
    assertThat(Window.tumbling(Duration.ofMinutes(5)).panes()).isEqualTo(1);
  }

  private static String line(NaiveWindows.Told told) {
    String value = Double.isNaN(told.value()) ? "none" : String.valueOf(told.value());
    return told.at() / 1000 + " " + (told.count() < 0 ? "forgotten" : value) + " " + told.series();
  }
}
