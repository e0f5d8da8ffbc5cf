package dev.tributary.cli.internal.alert;

import dev.tributary.api.alert.MetricEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of a file: lines of JSON as {@link EventLine} writes them, or a CSV file with the
 * columns {@code timestamp} or {@code at}, {@code metric} and {@code value}; its other columns are
 * labels. It is read from the beginning whenever it is looked at, and never held in memory.
 *
 * @param path its name tells its kind: {@code .csv} and {@code .csv.gz} are CSV
 */
public record EventFile(Path path) {

  /**
   * Reads it.
   *
   * @param events takes the events in the order of the file
   * @param faults takes what cannot be read, each with its place
   * @throws IOException if the file cannot be read at all
   */
  public void read(Consumer<MetricEvent> events, Consumer<String> faults) throws IOException {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
      CsvEvents.read(path, events, faults);
    } else {
      JsonEvents.read(path, events, faults);
    }
  }

  /**
   * Finds out when it begins and ends.
   *
   * @return from the earliest event to a millisecond after the latest one; that much after the
   *     epoch without any
   * @throws IOException if the file cannot be read at all
   */
  public Span span() throws IOException {
    Span.Growing span = new Span.Growing();
    read(span, fault -> {});
    return span.end();
  }

  /**
   * A stretch of time.
   *
   * @param from when it begins
   * @param until when it is over
   */
  public record Span(Instant from, Instant until) {

    /** The stretch that events so far cover. */
    private static final class Growing implements Consumer<MetricEvent> {
      private @Nullable Instant first;
      private @Nullable Instant last;

      @Override
      public void accept(MetricEvent event) {
        Instant at = event.at();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }

      Span end() {
        Instant from = first == null ? Instant.EPOCH : first;
        return new Span(from, (last == null ? from : last).plusMillis(1));
      }
    }
  }
}
