package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.MetricEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads events of metrics: {@code {"metric": "failed_logins", "at": ..., "value": 1}}. */
final class EventReader {
  private static final List<String> MEMBERS = List.of("metric", "at", "value", "labels", "note");
  private static final int LONGEST_TEXT = 255;
  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_LABELS = 32;

  private final InstantSource clock;

  EventReader(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none; the message says why and what to write
   */
  MetricEvent read(Map<?, ?> members) {
    for (Object name : members.keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new IllegalArgumentException(
            "unknown member '" + name + "'; an event has " + String.join(", ", MEMBERS));
      }
    }
    return new MetricEvent(
        metric(members.get("metric")),
        at(members.get("at")),
        value(members.get("value")),
        labels(members.get("labels")),
        note(members.get("note")));
  }

  private static String note(@Nullable Object note) {
    if (note == null) {
      return "";
    }
    if (note instanceof String text && text.length() <= LONGEST_NOTE) {
      return text.strip();
    }
    throw new IllegalArgumentException(
        "'note' must be a text of at most " + LONGEST_NOTE + " characters");
  }

  private static String metric(@Nullable Object metric) {
    if (metric instanceof String name && !name.isBlank() && name.length() <= LONGEST_TEXT) {
      return name;
    }
    throw new IllegalArgumentException(
        "'metric' must be a text of 1 to " + LONGEST_TEXT + " characters");
  }

  private Instant at(@Nullable Object at) {
    if (at == null) {
      return clock.instant();
    }
    try {
      return Instant.parse(at.toString());
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "'at' is '" + at + "' but must be a time such as 2026-01-31T12:00:00Z", malformed);
    }
  }

  private static double value(@Nullable Object value) {
    if (value == null) {
      return 1;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("'value' is '" + value + "' but must be a number");
  }

  private static Map<String, String> labels(@Nullable Object labels) {
    if (labels == null) {
      return Map.of();
    }
    if (!(labels instanceof Map<?, ?> map) || map.size() > MOST_LABELS) {
      throw new IllegalArgumentException(
          "'labels' must be an object of at most " + MOST_LABELS + " texts");
    }
    Map<String, String> read = new TreeMap<>();
    map.forEach((name, value) -> read.put(label(name), label(value)));
    return read;
  }

  private static String label(@Nullable Object text) {
    if (text instanceof String label && label.length() <= LONGEST_TEXT) {
      return label;
    }
    throw new IllegalArgumentException(
        "label '" + text + "' must be a text of at most " + LONGEST_TEXT + " characters");
  }
}
