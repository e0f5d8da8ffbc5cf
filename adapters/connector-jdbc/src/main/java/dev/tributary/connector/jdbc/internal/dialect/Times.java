package dev.tributary.connector.jdbc.internal.dialect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as databases write them: {@code 2026-01-02 03:04:05.678+02}, with or without seconds,
 * fraction and zone, with a blank or a T between date and time.
 */
public final class Times {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d{1,9})?\\s?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?(?::\\d\\d)?)?)?");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private Times() {}

  /**
   * Reads a moment.
   *
   * @param text what the database wrote
   * @return the moment in its own words, empty if the text is none of the calendar's
   */
  public static Optional<Written> parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String time = matcher.group(2) == null ? "00:00" : matcher.group(2);
      String seconds = matcher.group(3) == null ? ":00" : matcher.group(3);
      String fraction = matcher.group(4) == null ? "" : matcher.group(4);
      LocalDateTime local = LocalDateTime.parse(matcher.group(1) + "T" + time + seconds + fraction);
      return Optional.of(new Written(local, offset(matcher.group(5))));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  /**
   * Reads a moment as the platform wants it.
   *
   * @param text what the database wrote
   * @param zone the zone of a text that carries none
   * @return the moment, or the text itself if it is none
   */
  public static Object instantOr(String text, ZoneId zone) {
    Optional<Written> written = parse(text);
    return written.isPresent() ? written.get().instant(zone) : text;
  }

  /**
   * Reads a day as the platform wants it.
   *
   * @param text what the database wrote
   * @return the day, or the text itself if it is none
   */
  public static Object dateOr(String text) {
    try {
      return text.length() == 10 ? LocalDate.parse(text) : text;
    } catch (DateTimeException notInTheCalendar) {
      return text;
    }
  }

  /**
   * Writes a moment with six digits of fraction, cut off and not rounded.
   *
   * @param moment the moment
   * @return such as {@code 2026-01-02 03:04:05.678000}
   */
  public static String micros(LocalDateTime moment) {
    return MICROS.format(moment);
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    return text == null ? null : ZoneOffset.of(text);
  }

  /**
   * A moment as it was written.
   *
   * @param local the date and time
   * @param offset the offset that stands behind them, null if none does
   */
  public record Written(LocalDateTime local, @Nullable ZoneOffset offset) {

    /**
     * The moment.
     *
     * @param zone the zone if none was written
     * @return the moment
     */
    public Instant instant(ZoneId zone) {
      return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
    }

    /**
     * Another moment in the same words.
     *
     * @param other the other moment
     * @param zone the zone if none was written
     * @return its date and time where this one was written
     */
    public LocalDateTime sameWords(Instant other, ZoneId zone) {
      return LocalDateTime.ofInstant(other, offset == null ? zone : offset);
    }
  }
}
