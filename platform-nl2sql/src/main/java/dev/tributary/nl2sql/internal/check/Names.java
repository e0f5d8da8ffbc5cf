package dev.tributary.nl2sql.internal.check;

import java.util.Locale;

/** Names as they are compared: without quotes, in lower case. */
public final class Names {
  private Names() {}

  /**
   * Takes the quotes off a name.
   *
   * @param written the name as written
   * @return the name itself
   */
  public static String unquoted(String written) {
    if (!isQuoted(written)) {
      return written;
    }
    String quote = written.substring(0, 1);
    return written.substring(1, written.length() - 1).replace(quote + quote, quote);
  }

  static boolean isQuoted(String written) {
    return written.length() > 1
        && (written.charAt(0) == '"' || written.charAt(0) == '`')
        && written.charAt(written.length() - 1) == written.charAt(0);
  }

  /**
   * Folds a name for comparison.
   *
   * @param written the name as written
   * @return without quotes, in lower case
   */
  public static String folded(String written) {
    return unquoted(written).toLowerCase(Locale.ROOT);
  }
}
