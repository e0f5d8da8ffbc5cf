package dev.tributary.cli.internal.alert;

import dev.tributary.api.alert.MetricEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The events of a file: lines of JSON as {@link EventLine} writes them, or a CSV file with the
 * columns {@code timestamp} or {@code at}, {@code metric} and {@code value}; its other columns are
 * labels.
 *
 * @param events in the order of the file
 * @param faults what could not be read, each with its place
 */
public record EventFile(List<MetricEvent> events, List<String> faults) {
  /** Copies the lists. */
  public EventFile {
    events = List.copyOf(events);
    faults = List.copyOf(faults);
  }

  /**
   * Reads a file.
   *
   * @param file its name tells its kind: {@code .csv} and {@code .csv.gz} are CSV
   * @return its events
   * @throws IOException if it cannot be read at all
   */
  public static EventFile read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    List<MetricEvent> events = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
      CsvEvents.read(file, events::add, faults::add);
    } else {
      JsonEvents.read(file, events::add, faults::add);
    }
    return new EventFile(events, faults);
  }

  /**
   * When it begins.
   *
   * @return the time of the earliest event, the epoch without one
   */
  public Instant from() {
    return events.stream().map(MetricEvent::at).min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /**
   * When it ends.
   *
   * @return a millisecond after the latest event, or after the epoch without one
   */
  public Instant until() {
    return events.stream()
        .map(MetricEvent::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH)
        .plusMillis(1);
  }
}
