package dev.tributary.connector.rest.internal.read;

import dev.tributary.connector.rest.internal.settings.SinceConfig;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The moment or number of a change, in the endpoint's own words. Numbers order among numbers, times
 * among times, and anything else by its characters.
 */
final class Change implements Comparable<Change> {
  private final String text;
  private final @Nullable BigDecimal number;
  private final @Nullable Instant moment;
  private final Form form;

  private Change(String text, @Nullable BigDecimal number, @Nullable Instant moment, Form form) {
    this.text = text;
    this.number = number;
    this.moment = moment;
    this.form = form;
  }

  static Change of(String text) {
    try {
      return new Change(text, new BigDecimal(text), null, Form.NUMBER);
    } catch (NumberFormatException notANumber) {
      return ofTime(text);
    }
  }

  /** The words for what lies an overlap before; never later than it should be. */
  String back(SinceConfig config) {
    if (number != null) {
      return number.subtract(config.count()).toPlainString();
    }
    return moment == null ? text : word(moment.minus(config.overlap()));
  }

  /** The words for this change, or for the present if it lies beyond. */
  String notAfter(Instant present) {
    return moment != null && form == Form.ZONED && moment.isAfter(present) ? word(present) : text;
  }

  @Override
  public int compareTo(Change other) {
    if (number != null && other.number != null) {
      return number.compareTo(other.number);
    }
    if (moment != null && other.moment != null) {
      return moment.compareTo(other.moment);
    }
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Change that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private String word(Instant instant) {
    Instant cut = instant.truncatedTo(ChronoUnit.MILLIS);
    return switch (form) {
      case DAY -> LocalDate.ofInstant(cut, ZoneOffset.UTC).toString();
      case LOCAL -> LocalDateTime.ofInstant(cut, ZoneOffset.UTC).toString();
      case ZONED, NUMBER, OTHER -> cut.toString();
    };
  }

  private static Change ofTime(String text) {
    String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    for (Form form : Form.values()) {
      try {
        Instant moment = form.read(iso);
        if (moment != null) {
          return new Change(text, null, moment, form);
        }
      } catch (DateTimeException otherForm) {
        // The next form may fit.
      }
    }
    return new Change(text, null, null, Form.OTHER);
  }

  private enum Form {
    ZONED,
    LOCAL,
    DAY,
    NUMBER,
    OTHER;

    @Nullable Instant read(String iso) {
      return switch (this) {
        case ZONED -> OffsetDateTime.parse(iso).toInstant();
        case LOCAL -> LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        case DAY -> LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        case NUMBER, OTHER -> null;
      };
    }
  }
}
