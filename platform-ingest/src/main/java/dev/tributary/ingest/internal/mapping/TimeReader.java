package dev.tributary.ingest.internal.mapping;

import dev.tributary.ingest.internal.mapping.TimePattern.TimeParts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and moments. A time that names no zone is one of the declared zone. Where clocks are
 * set forward, a time that never was is moved later by the length of the gap; where they are set
 * back, the earlier of the two moments is taken ({@link java.time.ZonedDateTime#of}).
 */
final class TimeReader {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

  private final List<TimePattern> patterns;
  private final ZoneId zone;

  TimeReader(List<TimePattern> patterns, ZoneId zone) {
    this.patterns = List.copyOf(patterns);
    this.zone = zone;
  }

  /** An {@link Instant} to the microsecond, null for blank text, or a {@link Misfit}. */
  @Nullable Object moment(Object value) {
    return switch (value) {
      case Instant moment -> fitting(moment);
      case LocalDate date -> fitting(date.atStartOfDay(zone).toInstant());
      case String text when text.isBlank() -> null;
      case String text when patterns.isEmpty() -> isoMoment(text);
      default -> declaredMoment(value);
    };
  }

  /** A {@link LocalDate}, null for blank text, or a {@link Misfit}. */
  @Nullable Object date(Object value) {
    return switch (value) {
      case LocalDate date -> fitting(date);
      case Instant moment ->
          fitting(moment) instanceof Instant
              ? fitting(moment.atZone(zone).toLocalDate())
              : beyond();
      case String text when text.isBlank() -> null;
      case String text when patterns.isEmpty() -> isoDate(text);
      default -> declaredDate(value);
    };
  }

  private Object isoMoment(String text) {
    IsoText iso = IsoText.parse(text);
    if (iso == null) {
      return notATime("moment", "2026-11-21T03:15:00Z");
    }
    ZoneOffset offset = iso.offset();
    return fitting(offset == null ? inZone(iso.local(), zone) : iso.local().toInstant(offset));
  }

  private Object isoDate(String text) {
    IsoText iso = IsoText.parse(text);
    if (iso == null) {
      return notATime("date", "2026-11-21");
    }
    ZoneOffset offset = iso.offset();
    return fitting(
        offset == null ? iso.date() : iso.local().toInstant(offset).atZone(zone).toLocalDate());
  }

  private Object declaredMoment(Object value) {
    TimeParts parts = declared(value);
    if (parts == null) {
      return notATime("moment", "a declared 'format'");
    }
    LocalDateTime local =
        parts.time() == null ? parts.date().atStartOfDay() : parts.date().atTime(parts.time());
    ZoneId written = parts.zone();
    return fitting(inZone(local, written == null ? zone : written));
  }

  private Object declaredDate(Object value) {
    TimeParts parts = declared(value);
    if (parts == null) {
      return notATime("date", "a declared 'format'");
    }
    ZoneId written = parts.zone();
    if (written == null || parts.time() == null) {
      return fitting(parts.date());
    }
    return fitting(
        parts.date().atTime(parts.time()).atZone(written).withZoneSameInstant(zone).toLocalDate());
  }

  private @Nullable TimeParts declared(Object value) {
    for (TimePattern pattern : patterns) {
      TimeParts parts = pattern.read(value);
      if (parts != null) {
        return parts;
      }
    }
    return null;
  }

  private static Instant inZone(LocalDateTime local, ZoneId zone) {
    return zone instanceof ZoneOffset offset
        ? local.toInstant(offset)
        : local.atZone(zone).toInstant();
  }

  /** Whether a moment is in the years 0001 to 9999, which every engine keeps. */
  static boolean inYears(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(BEYOND);
  }

  private static Object fitting(Instant moment) {
    return inYears(moment) ? moment.truncatedTo(ChronoUnit.MICROS) : beyond();
  }

  private static Object fitting(LocalDate date) {
    return date.getYear() < 1 || date.getYear() > 9999 ? beyond() : date;
  }

  private static Misfit beyond() {
    return new Misfit(
        "out_of_range", "is outside the years 0001 to 9999", "correct it at the source");
  }

  private static Misfit notATime(String kind, String example) {
    return new Misfit(
        "not_a_" + kind,
        "is not a " + kind + " written as " + example,
        "correct it at the source, or declare 'format' (and 'zone') for the column");
  }
}
