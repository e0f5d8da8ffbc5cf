package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads numbers out of texts and typed values. */
final class NumberReader {
  private static final int FAST_DIGITS = 18;

  private final NumberNotation notation;

  NumberReader(NumberNotation notation) {
    this.notation = notation;
  }

  /**
   * Reads an exact number.
   *
   * @param value a text or typed value
   * @return a {@link Long}, a {@link BigDecimal}, null for blank text, or a {@link Misfit}
   */
  @Nullable Object exact(Object value) {
    return switch (value) {
      case String text -> ofText(text);
      case Long number -> number;
      case BigDecimal number -> number;
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
      case Double number ->
          new Misfit("not_finite", "is not a finite number", "leave it empty at the source");
      case Integer number -> number.longValue();
      case Boolean truth -> truth ? 1L : 0L;
      default -> notANumber();
    };
  }

  private @Nullable Object ofText(String text) {
    BigDecimal quick = quick(text);
    if (quick != null) {
      return quick;
    }
    if (text.isBlank()) {
      return null;
    }
    String plain = notation.plain(text);
    return plain == null ? namedOrNot(text) : new BigDecimal(plain);
  }

  /** Digits with an optional sign and one separator, few enough for a long; null for all else. */
  private @Nullable BigDecimal quick(String text) {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    int start = negative ? 1 : 0;
    if (length == start || length - start > FAST_DIGITS) {
      return null;
    }
    long unscaled = 0;
    int separator = -1;
    for (int index = start; index < length; index++) {
      char c = text.charAt(index);
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + (c - '0');
      } else if (c == notation.decimal() && separator < 0) {
        separator = index;
      } else {
        return null;
      }
    }
    if (separator >= 0 && length - start == 1) {
      return null;
    }
    int scale = separator < 0 ? 0 : length - separator - 1;
    return BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
  }

  private static Misfit namedOrNot(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity" ->
          new Misfit("not_finite", "is not a finite number", "leave it empty at the source");
      default -> notANumber();
    };
  }

  private static Misfit notANumber() {
    return new Misfit(
        "not_a_number",
        "is not a number",
        "correct it at the source, or declare 'decimal' and 'grouping' for the column");
  }
}
