package dev.tributary.nl2sql.internal.frame;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values in words, the same on every machine. */
final class Values {
  private static final Pattern DAY =
      Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?");
  private static final Pattern SPAN = Pattern.compile("\\d{4}(-?W\\d{2}|-?Q[1-4])?");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*");

  private Values() {}

  static String text(@Nullable Object value, String type) {
    return switch (value) {
      case null -> "(none)";
      case String text -> text;
      case BigDecimal decimal -> decimal.toPlainString();
      case Double number -> Numbers.exact(number);
      case Float number -> Numbers.exact(number);
      case Timestamp time -> moment(time, type);
      case byte[] bytes -> bytes.length + " bytes";
      default -> value.toString();
    };
  }

  /**
   * A column without a zone holds what a clock on a wall shows, and the driver reads it as the time
   * of this machine: only the reading is the same everywhere.
   */
  private static String moment(Timestamp time, String type) {
    if (type.toLowerCase(Locale.ROOT).contains("tz")) {
      return DateTimeFormatter.ISO_INSTANT.format(time.toInstant());
    }
    LocalDateTime local = time.toLocalDateTime();
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
  }

  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  /** A year, a quarter or a week; only where there is other evidence that it is a time. */
  static boolean isSpan(String text) {
    return isDay(text) || SPAN.matcher(text).matches();
  }

  static boolean isMoment(String text) {
    return MOMENT.matcher(text).matches();
  }
}
