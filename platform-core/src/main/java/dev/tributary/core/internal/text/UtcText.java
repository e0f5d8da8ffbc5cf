package dev.tributary.core.internal.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes times as {@code 2026-11-21T03:15:00.000000Z}, without the allocations of a formatter. The
 * date comes from H. Hinnant's days-to-civil algorithm (2013).
 */
public final class UtcText {
  private static final int DAY = 86_400;
  private static final int WIDTH = 27;

  private UtcText() {}

  /**
   * Writes a time.
   *
   * @param instant a time of the years 0 to 9999; what is finer than a microsecond is cut off
   * @return 27 characters
   */
  public static String of(Instant instant) {
    return of(instant, 'T', WIDTH);
  }

  /**
   * Writes a time the way SQL literals look.
   *
   * @param instant a time of the years 0 to 9999; what is finer than a microsecond is cut off
   * @return 26 characters, with a blank in the middle and no zone
   */
  public static String sql(Instant instant) {
    return of(instant, ' ', WIDTH - 1);
  }

  private static String of(Instant instant, char separator, int width) {
    byte[] text = new byte[width];
    long day = Math.floorDiv(instant.getEpochSecond(), (long) DAY);
    int second = Math.floorMod(instant.getEpochSecond(), DAY);
    date(text, day);
    text[10] = (byte) separator;
    number(text, 11, 2, second / 3600);
    text[13] = ':';
    number(text, 14, 2, second / 60 % 60);
    text[16] = ':';
    number(text, 17, 2, second % 60);
    text[19] = '.';
    number(text, 20, 6, instant.getNano() / 1000);
    if (width == WIDTH) {
      text[26] = 'Z';
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void date(byte[] text, long epochDay) {
    long shifted = epochDay + 719_468;
    int era = (int) Math.floorDiv(shifted, 146_097L);
    int ofEra = (int) Math.floorMod(shifted, 146_097L);
    int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shiftedMonth = (5 * ofYear + 2) / 153;
    int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("year " + year + ": the store holds years 0 to 9999");
    }
    number(text, 0, 4, year);
    text[4] = '-';
    number(text, 5, 2, month);
    text[7] = '-';
    number(text, 8, 2, ofYear - (153 * shiftedMonth + 2) / 5 + 1);
  }

  private static void number(byte[] text, int from, int digits, int value) {
    int rest = value;
    for (int at = from + digits - 1; at >= from; at--) {
      text[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
