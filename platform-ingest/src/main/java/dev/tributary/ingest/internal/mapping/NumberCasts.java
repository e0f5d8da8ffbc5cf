package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Casts to the three types of numbers. */
final class NumberCasts {
  /** The most significant digits that every engine keeps exactly. */
  static final int DECIMAL_DIGITS = 15;

  private static final int DECIMAL_PLACES = 10;
  private static final int DECIMAL_WHOLE_DIGITS = 28;
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int LONG_DIGITS = 19;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private NumberCasts() {}

  static CellStep toInteger(NumberReader reader) {
    return value -> {
      Object number = reader.exact(value);
      return number instanceof BigDecimal exact ? whole(exact) : number;
    };
  }

  static CellStep toDecimal(NumberReader reader) {
    return value -> {
      Object number = reader.exact(value);
      return switch (number) {
        case BigDecimal exact -> fitting(exact);
        case Long exact -> fitting(BigDecimal.valueOf(exact));
        case null, default -> number;
      };
    };
  }

  static CellStep toDouble(NumberReader reader) {
    return value -> {
      if (value instanceof Double number && Double.isFinite(number)) {
        return number + 0.0;
      }
      Object number = reader.exact(value);
      return switch (number) {
        case BigDecimal exact -> floating(exact);
        case Long exact -> exact.doubleValue();
        case null, default -> number;
      };
    };
  }

  private static Object whole(BigDecimal number) {
    if (number.scale() == 0 && number.precision() < LONG_DIGITS) {
      return number.longValue();
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0) {
      return new Misfit(
          "not_a_whole_number",
          "is not a whole number",
          "correct it at the source, or make the column a decimal or double");
    }
    if ((long) plain.precision() - plain.scale() > LONG_DIGITS) {
      return beyondLong();
    }
    BigInteger exact = plain.toBigInteger();
    boolean fits = exact.compareTo(LEAST) >= 0 && exact.compareTo(MOST) <= 0;
    return fits ? (Object) exact.longValue() : beyondLong();
  }

  private static Misfit beyondLong() {
    return new Misfit(
        "out_of_range",
        "is beyond the range of a 64-bit whole number",
        "correct it at the source, or make the column a text or double");
  }

  private static @Nullable Object fitting(BigDecimal number) {
    if (number.scale() >= 0
        && number.scale() <= DECIMAL_PLACES
        && number.precision() <= DECIMAL_DIGITS) {
      return number;
    }
    BigDecimal plain = number.stripTrailingZeros();
    if ((long) plain.precision() - plain.scale() > DECIMAL_WHOLE_DIGITS) {
      return new Misfit(
          "out_of_range",
          "is beyond the range of a decimal, 28 digits before the point",
          "correct it at the source, or make the column a double");
    }
    if (plain.precision() > DECIMAL_DIGITS || plain.scale() > DECIMAL_PLACES) {
      return new Misfit(
          "too_precise",
          "has more than 15 significant digits or 10 decimal places, which a decimal cannot keep",
          "round it at the source, or make the column a text or double");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /**
   * Exact where both parts are small (W. D. Clinger, How to Read Floating Point Numbers Accurately,
   * 1990), correctly rounded by the platform otherwise.
   */
  private static Object floating(BigDecimal number) {
    if (number.precision() <= DECIMAL_DIGITS && Math.abs((long) number.scale()) < POWERS.length) {
      double digits = number.unscaledValue().longValue();
      int scale = number.scale();
      return (scale >= 0 ? digits / POWERS[scale] : digits * POWERS[-scale]) + 0.0;
    }
    double result = number.doubleValue();
    return Double.isFinite(result)
        ? (Object) (result + 0.0)
        : new Misfit(
            "out_of_range",
            "is beyond the range of a 64-bit floating-point number",
            "correct it at the source, or make the column a text");
  }
}
