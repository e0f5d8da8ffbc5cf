package dev.tributary.ingest.internal.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Converts a number by {@code (value + offset) * numerator / denominator - shift}. The result is
 * rounded half even to 15 significant digits, which a decimal keeps and a double shows.
 */
final class Conversion implements CellStep {
  private static final MathContext WIDE = new MathContext(40, RoundingMode.HALF_EVEN);
  private static final MathContext KEPT =
      new MathContext(NumberCasts.DECIMAL_DIGITS, RoundingMode.HALF_EVEN);

  private final NumberReader reader;
  private final BigDecimal offset;
  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final BigDecimal shift;

  private Conversion(
      NumberReader reader,
      BigDecimal offset,
      BigDecimal numerator,
      BigDecimal denominator,
      BigDecimal shift) {
    this.reader = reader;
    this.offset = offset;
    this.numerator = numerator;
    this.denominator = denominator;
    this.shift = shift;
  }

  static Conversion by(BigDecimal factor, NumberReader reader) {
    return new Conversion(reader, BigDecimal.ZERO, factor, BigDecimal.ONE, BigDecimal.ZERO);
  }

  static Conversion between(Unit from, Unit to, NumberReader reader) {
    return new Conversion(
        reader,
        from.offset(),
        from.numerator().multiply(to.denominator()),
        from.denominator().multiply(to.numerator()),
        to.offset());
  }

  @Override
  public @Nullable Object apply(Object value) {
    Object number = reader.exact(value);
    return switch (number) {
      case Long whole -> converted(BigDecimal.valueOf(whole));
      case BigDecimal exact -> converted(exact);
      case null, default -> number;
    };
  }

  private Object converted(BigDecimal number) {
    if (number.precision() - (long) number.scale() > 400) {
      return new Misfit("out_of_range", "is too large to convert", "correct it at the source");
    }
    BigDecimal converted =
        number.add(offset).multiply(numerator).divide(denominator, WIDE).subtract(shift);
    return converted.precision() <= NumberCasts.DECIMAL_DIGITS ? converted : converted.round(KEPT);
  }
}
