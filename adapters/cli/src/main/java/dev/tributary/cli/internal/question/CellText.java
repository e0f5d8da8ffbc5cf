package dev.tributary.cli.internal.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as a person reads them, on one line and harmless to a terminal. */
final class CellText {
  /** Control characters, and those that turn the direction of writing. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

  /** As many digits as a double holds faithfully; what is behind them is noise. */
  private static final MathContext DIGITS = new MathContext(15);

  private CellText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "(none)";
      case BigDecimal decimal -> decimal.toPlainString();
      case Double number when Double.isFinite(number) -> rounded(number);
      case Float number when Float.isFinite(number) ->
          new BigDecimal(number.toString()).toPlainString();
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      default -> UNSAFE.matcher(value.toString()).replaceAll(" ");
    };
  }

  private static String rounded(double number) {
    BigDecimal decimal = new BigDecimal(number, DIGITS).stripTrailingZeros();
    return (decimal.scale() < 0 ? decimal.setScale(0) : decimal).toPlainString();
  }
}
