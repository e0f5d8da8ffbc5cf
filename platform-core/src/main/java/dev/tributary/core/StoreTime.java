package dev.tributary.core;

import dev.tributary.core.internal.text.UtcText;
import java.time.Instant;

/**
 * Times as the platform's own tables hold them, on every engine: texts such as {@code
 * 2026-11-21T03:15:00.000000Z}, always 27 characters, so that they sort by time.
 */
public final class StoreTime {
  private StoreTime() {}

  /**
   * Writes a time.
   *
   * @param instant the time; what is finer than a microsecond is cut off
   * @return the text
   * @throws IllegalArgumentException if the year is not from 0 to 9999
   */
  public static String text(Instant instant) {
    return UtcText.of(instant);
  }

  /**
   * Reads a time.
   *
   * @param text as {@link #text} wrote it
   * @return the time
   * @throws java.time.format.DateTimeParseException if it is not such a text
   */
  public static Instant parse(String text) {
    return Instant.parse(text);
  }
}
