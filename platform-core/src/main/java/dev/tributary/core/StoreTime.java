package dev.tributary.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as the platform's own tables hold them, on every engine: texts such as {@code
 * 2026-11-21T03:15:00.000000Z}, always 27 characters, so that they sort by time. Times before year
 * 0 or after year 9999 are not supported.
 */
public final class StoreTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private StoreTime() {}

  /**
   * Writes a time.
   *
   * @param instant the time; what is finer than a microsecond is cut off
   * @return the text
   */
  public static String text(Instant instant) {
    return FORMAT.format(instant.truncatedTo(ChronoUnit.MICROS));
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
