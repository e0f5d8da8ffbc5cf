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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps: ISO 8601 with {@code T} or a blank, with or without an offset, seconds,
 * milliseconds, microseconds or nanoseconds since 1970, and dates as they are written with slashes
 * or points. What has no offset is taken as UTC. Of two numbers before a year, the first counts as
 * the month where both could be.
 */
public final class Timestamps {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?([eE][+]?[0-9]{1,2})?");

  /** As seconds this is the year 5138, as milliseconds 1973. */
  private static final double LEAST_MILLIS = 1e11;

  /** From here on, and a thousand times later, a thousand times finer: 1973 again. */
  private static final double LEAST_MICROS = 1e14;

  private static final double LEAST_NANOS = 1e17;

  /** The year 9999. */
  private static final double MOST_MILLIS = 253_402_300_800_000.0;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  /** The later ones are for what the ones before do not fit. */
  private static final List<DateTimeFormatter> WRITTEN =
      Stream.of("[uuuu/M/d][d.M.uuuu][M/d/uuuu]", "d/M/uuuu")
          .map(date -> DateTimeFormatter.ofPattern(date + "[ H:mm[:ss[.SSS]]]", Locale.ROOT))
          .toList();

  private Timestamps() {}

  /**
   * Reads a timestamp.
   *
   * @param text the timestamp
   * @return the instant, or null if it is none
   */
  public static @Nullable Instant parse(String text) {
    String stripped = text.strip();
    return NUMBER.matcher(stripped).matches() ? sinceEpoch(stripped) : calendar(stripped);
  }

  private static @Nullable Instant sinceEpoch(String number) {
    double value = Double.parseDouble(number);
    double millis = value * millisPerUnit(Math.abs(value));
    return Math.abs(millis) < MOST_MILLIS ? Instant.ofEpochMilli(Math.round(millis)) : null;
  }

  private static double millisPerUnit(double size) {
    if (size < LEAST_MILLIS) {
      return 1000;
    }
    if (size < LEAST_MICROS) {
      return 1;
    }
    return size < LEAST_NANOS ? 1e-3 : 1e-6;
  }

  private static @Nullable Instant calendar(String text) {
    Instant iso = parse(ISO, text.replaceFirst(" +", "T").replace(" ", ""));
    return iso == null ? written(text.replaceFirst(" +", " ")) : iso;
  }

  private static @Nullable Instant written(String text) {
    return WRITTEN.stream()
        .map(format -> parse(format, text))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant parse(DateTimeFormatter format, String text) {
    try {
      return instant(
          format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
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
