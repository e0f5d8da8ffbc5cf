package dev.tributary.connector.jdbc.internal.dialect;

import java.math.BigDecimal;

/** Reads numbers as databases write them, and leaves alone what is not one. */
final class Numbers {
  private Numbers() {}

  static Object longOr(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException tooLarge) {
      return text;
    }
  }

  static Object decimalOr(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }

  /** NaN and the infinities stay texts: no store keeps them as numbers everywhere. */
  static Object doubleOr(String text) {
    try {
      Double number = Double.valueOf(text);
      return number.isNaN() || number.isInfinite() ? text : number;
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }
}
