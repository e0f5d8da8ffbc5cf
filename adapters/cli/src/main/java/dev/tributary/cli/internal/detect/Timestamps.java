package dev.tributary.cli.internal.detect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps: ISO 8601 with {@code T} or a blank, with or without an offset, and seconds or
 * milliseconds since 1970. What has no offset is taken as UTC.
 */
final class Timestamps {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  /** As seconds this is the year 5138, as milliseconds 1973. */
  private static final double LEAST_MILLIS = 1e11;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private Timestamps() {}

  /**
   * Reads a timestamp.
   *
   * @param text the timestamp
   * @return the instant, or null if it is none
   */
  static @Nullable Instant parse(String text) {
    String stripped = text.strip();
    return NUMBER.matcher(stripped).matches() ? sinceEpoch(stripped) : calendar(stripped);
  }

  private static Instant sinceEpoch(String number) {
    double value = Double.parseDouble(number);
    double millis = Math.abs(value) < LEAST_MILLIS ? value * 1000 : value;
    return Instant.ofEpochMilli(Math.round(millis));
  }

  private static @Nullable Instant calendar(String text) {
    try {
      return instant(
          ISO.parseBest(
              text.replaceFirst(" +", "T").replace(" ", ""),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from));
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static Instant instant(TemporalAccessor moment) {
    return switch (moment) {
      case OffsetDateTime exact -> exact.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
    };
  }
}
