package dev.tributary.ingest.internal.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common forms of ISO-8601 without allocating more than the result: a date, optionally a
 * time after {@code T} or a space, with optional seconds, fraction of up to nine digits, and offset
 * as {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}.
 */
final class IsoText {
  private static final int DATE_LENGTH = 10;
  private static final int MOST_FRACTION = 9;

  private final String text;
  private int at;
  private @Nullable LocalDate date;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private @Nullable ZoneOffset offset;

  private IsoText(String text) {
    this.text = text;
  }

  /** The parts of a text, or null if it is not of the form or no real date and time. */
  static @Nullable IsoText parse(String written) {
    IsoText parsed = new IsoText(written.strip());
    return parsed.read() ? parsed : null;
  }

  LocalDate date() {
    return Objects.requireNonNull(date);
  }

  LocalDateTime local() {
    return LocalDateTime.of(date(), LocalTime.of(hour, minute, second, nano));
  }

  @Nullable ZoneOffset offset() {
    return offset;
  }

  private boolean read() {
    date = dateAtStart();
    if (date == null) {
      return false;
    }
    at = DATE_LENGTH;
    return at == text.length() || (readTime() && at == text.length());
  }

  private @Nullable LocalDate dateAtStart() {
    if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(0, 4);
    int month = number(5, 2);
    int day = number(8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    int last = YearMonth.of(year, month).lengthOfMonth();
    return day > last ? null : LocalDate.of(year, month, day);
  }

  private boolean readTime() {
    char separator = text.charAt(at);
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return false;
    }
    hour = number(at + 1, 2);
    if (hour < 0 || hour > 23 || !is(at + 3, ':')) {
      return false;
    }
    minute = number(at + 4, 2);
    at += 6;
    if (minute < 0 || minute > 59) {
      return false;
    }
    if (is(at, ':')) {
      second = number(at + 1, 2);
      at += 3;
      if (second < 0 || second > 59 || !readFraction()) {
        return false;
      }
    }
    return at == text.length() || readOffset();
  }

  private boolean readFraction() {
    if (!is(at, '.') && !is(at, ',')) {
      return true;
    }
    at++;
    int digits = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (digits < MOST_FRACTION) {
        nano = nano * 10 + text.charAt(at) - '0';
      }
      digits++;
      at++;
    }
    for (int missing = digits; missing < MOST_FRACTION; missing++) {
      nano *= 10;
    }
    return digits > 0;
  }

  private boolean readOffset() {
    char sign = text.charAt(at);
    if (sign == ' ' && at + 1 < text.length()) {
      at++;
      sign = text.charAt(at);
    }
    if (sign == 'Z' || sign == 'z') {
      at++;
      offset = ZoneOffset.UTC;
      return true;
    }
    if (sign != '+' && sign != '-') {
      return false;
    }
    int hours = number(at + 1, 2);
    at += 3;
    int minutes = 0;
    if (at < text.length()) {
      at += is(at, ':') ? 1 : 0;
      minutes = number(at, 2);
      at += 2;
    }
    if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
      return false;
    }
    int seconds = hours * 3600 + minutes * 60;
    try {
      offset = ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    } catch (DateTimeException beyondRange) {
      return false;
    }
    return true;
  }

  private boolean is(int index, char expected) {
    return index < text.length() && text.charAt(index) == expected;
  }

  /** The number of some digits, or -1. */
  private int number(int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int number = 0;
    for (int index = from; index < from + digits; index++) {
      char c = text.charAt(index);
      if (!isDigit(c)) {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
