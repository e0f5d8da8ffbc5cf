package dev.tributary.ingest.internal.mapping;

import org.jspecify.annotations.Nullable;

/**
 * How numbers are written in a source.
 *
 * @param decimal the decimal separator
 * @param grouping the separator of thousands, 0 for none
 */
record NumberNotation(char decimal, char grouping) {
  /** A decimal point and no grouping. */
  static final NumberNotation PLAIN = new NumberNotation('.', (char) 0);

  private static final int GROUP = 3;
  private static final int MOST_CHARACTERS = 400;

  /**
   * Rewrites a number to a decimal point and no grouping. Groups are checked: the last one before
   * the decimal separator has three digits, so that 1.5 is not taken for 15 where points group.
   *
   * @param written the number as written
   * @return the plain form with only signs, digits, a point and an exponent, or null
   */
  @Nullable String plain(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
      return null;
    }
    return grouping == 0 && decimal == '.' ? checked(text) : checked(rewritten(text));
  }

  private @Nullable String rewritten(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean fraction = false;
    int sinceGroup = -1;
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (isGrouping(c) && !fraction) {
        if (plain.isEmpty() || badGroup(sinceGroup)) {
          return null;
        }
        sinceGroup = 0;
        continue;
      }
      boolean endsWhole = c == decimal || c == 'e' || c == 'E';
      if (endsWhole && !fraction) {
        if (badGroup(sinceGroup)) {
          return null;
        }
        fraction = true;
        sinceGroup = -1;
      } else if (c == '.' || c == decimal) {
        return null;
      } else if (sinceGroup >= 0) {
        sinceGroup++;
      }
      plain.append(c == decimal ? '.' : c);
    }
    return badGroup(sinceGroup) ? null : plain.toString();
  }

  private static boolean badGroup(int digits) {
    return digits >= 0 && digits != GROUP;
  }

  private boolean isGrouping(char c) {
    return grouping != 0
        && (c == grouping
            || (grouping == ' ' && (c == '\u00a0' || c == '\u202f' || c == '\u2009')));
  }

  /** Refuses everything Java's own parsers would take besides, such as 1d, 0x1p3 or NaN. */
  private static @Nullable String checked(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int index = signEnd(text, 0);
    int whole = digitsEnd(text, index);
    int digits = whole - index;
    index = whole;
    if (index < text.length() && text.charAt(index) == '.') {
      int fraction = digitsEnd(text, index + 1);
      digits += fraction - index - 1;
      index = fraction;
    }
    if (digits == 0) {
      return null;
    }
    return index == text.length() || exponentEnd(text, index) == text.length() ? text : null;
  }

  private static int exponentEnd(String text, int index) {
    if (text.charAt(index) != 'e' && text.charAt(index) != 'E') {
      return -1;
    }
    int from = signEnd(text, index + 1);
    int end = digitsEnd(text, from);
    return end > from && end - from <= 6 ? end : -1;
  }

  private static int signEnd(String text, int index) {
    boolean signed =
        index < text.length() && (text.charAt(index) == '-' || text.charAt(index) == '+');
    return signed ? index + 1 : index;
  }

  private static int digitsEnd(String text, int from) {
    int index = from;
    while (index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
      index++;
    }
    return index;
  }
}
