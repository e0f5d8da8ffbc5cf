package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One declared way of writing dates and times. */
sealed interface TimePattern {

  /**
   * Reads a value.
   *
   * @param value a text or number
   * @return the parts, or null if the value is not written like this
   */
  @Nullable TimeParts read(Object value);

  /**
   * A date with what else was written.
   *
   * @param date the day
   * @param time the time of day; null if none was written
   * @param zone the zone or offset; null if none was written
   */
  record TimeParts(LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone) {}

  /**
   * Compiles a pattern.
   *
   * @param pattern the pattern, or the name of an epoch
   * @param locale the language of names
   * @return the pattern
   * @throws IllegalArgumentException if it is none or yields no whole date; the message says why
   */
  static TimePattern of(String pattern, Locale locale) {
    return switch (pattern.strip().toLowerCase(Locale.ROOT)) {
      case "epoch_seconds" -> new Epoch(0);
      case "epoch_millis" -> new Epoch(3);
      case "epoch_micros" -> new Epoch(6);
      default -> Letters.of(pattern, locale);
    };
  }

  /**
   * Time passed since 1970-01-01T00:00Z.
   *
   * @param digits how many decimal digits the unit is smaller than a second
   */
  record Epoch(int digits) implements TimePattern {
    private static final NumberReader NUMBERS = new NumberReader(NumberNotation.PLAIN);
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 40);

    @Override
    public @Nullable TimeParts read(Object value) {
      Object number = NUMBERS.exact(value);
      BigDecimal exact =
          switch (number) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigDecimal decimal -> decimal;
            case null, default -> null;
          };
      if (exact == null) {
        return null;
      }
      BigDecimal seconds = exact.movePointLeft(digits);
      if (seconds.abs().compareTo(MOST) > 0) {
        return null;
      }
      BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
      long nanos = seconds.subtract(whole).movePointRight(9).longValue();
      ZonedDateTime moment = Instant.ofEpochSecond(whole.longValue(), nanos).atZone(ZoneOffset.UTC);
      return new TimeParts(moment.toLocalDate(), moment.toLocalTime(), moment.getZone());
    }
  }

  /**
   * A pattern of letters. Impossible dates such as 31 February are refused, not moved.
   *
   * @param formatter what reads it
   */
  record Letters(DateTimeFormatter formatter) implements TimePattern {
    private static final ZonedDateTime PROBE =
        ZonedDateTime.of(2026, 11, 21, 13, 14, 15, 0, ZoneId.of("Europe/Berlin"));

    private static Letters of(String pattern, Locale locale) {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .parseDefaulting(ChronoField.ERA, 1)
              .toFormatter(locale)
              .withResolverStyle(ResolverStyle.STRICT);
      Letters letters = new Letters(formatter);
      String shown;
      try {
        shown = formatter.format(PROBE);
      } catch (DateTimeException cannotPrint) {
        throw new IllegalArgumentException(cannotPrint.getMessage(), cannotPrint);
      }
      if (letters.read(shown) == null) {
        throw new IllegalArgumentException("it does not hold a whole date: year, month and day");
      }
      return letters;
    }

    @Override
    public @Nullable TimeParts read(Object value) {
      if (!(value instanceof String text)) {
        return null;
      }
      TemporalAccessor parsed;
      try {
        parsed = formatter.parse(text.strip());
      } catch (DateTimeException notLikeThis) {
        return null;
      }
      LocalDate date = parsed.query(TemporalQueries.localDate());
      return date == null
          ? null
          : new TimeParts(
              date,
              parsed.query(TemporalQueries.localTime()),
              parsed.query(TemporalQueries.zone()));
    }
  }
}
