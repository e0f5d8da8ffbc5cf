package dev.tributary.cli.internal.detect;

import java.util.regex.Pattern;

/**
 * Reads the values of a series as its file writes them. In a file whose columns are divided by
 * commas a comma in a number divides thousands; in any other file it stands before the decimals and
 * points divide thousands.
 *
 * @param commaIsDecimal whether a comma stands before the decimals
 */
record ValueText(boolean commaIsDecimal) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern ENGLISH = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
  private static final Pattern CONTINENTAL =
      Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+),[0-9]+([eE][+-]?[0-9]+)?");

  /** The number; NaN if there is none. */
  double parse(String text) {
    String number = text.strip();
    if (commaIsDecimal && CONTINENTAL.matcher(number).matches()) {
      number = number.replace(".", "").replace(',', '.');
    } else if (!commaIsDecimal && ENGLISH.matcher(number).matches()) {
      number = number.replace(",", "");
    }
    return NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
  }
}
