package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one text form of each typed value. */
public final class CanonicalText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private CanonicalText() {}

  /**
   * Writes a value.
   *
   * @param value a text or typed value
   * @return its text
   */
  public static String of(Object value) {
    return switch (value) {
      case String text -> text;
      case BigDecimal number -> number.toPlainString();
      case Instant moment when TimeReader.inYears(moment) -> MOMENT.format(moment);
      default -> value.toString();
    };
  }
}
