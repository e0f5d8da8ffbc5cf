package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvDialect;

/**
 * Finds out whether a delimiter is longer than one character: when it always comes with a blank
 * behind it, between two of the same sign, or in runs of the same length.
 */
final class DelimiterRuns {
  private static final double ALWAYS = 0.98;
  private static final String AROUND = " \t@%~^|:;";

  private final CsvDialect dialect;
  private final String text;
  private int runs;
  private int single;
  private int blankBehind;
  private int manyBlanksBehind;
  private int atLineEnd;
  private final int[] lengths = new int[5];
  private final int[] between = new int[AROUND.length()];

  private DelimiterRuns(CsvDialect dialect, String text) {
    this.dialect = dialect;
    this.text = text;
  }

  static CsvDialect widen(CsvDialect dialect, String text) {
    if (dialect.delimiter().length() > 1) {
      return dialect;
    }
    DelimiterRuns runs = new DelimiterRuns(dialect, text);
    runs.count();
    return new CsvDialect(runs.delimiter(), dialect.quote(), dialect.escape());
  }

  private void count() {
    char delimiter = dialect.delimiter().charAt(0);
    boolean inside = false;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (dialect.quoted() && character == dialect.quote()) {
        inside = !inside;
      } else if (character == '\n' || character == '\r') {
        // A quote that was left open must not hide the rest.
        inside = inside && at + 1 < text.length() && text.charAt(at + 1) != dialect.quote();
      } else if (!inside && character == delimiter) {
        at = run(at, delimiter);
      }
    }
  }

  private int run(int from, char delimiter) {
    int to = from;
    while (to < text.length() && text.charAt(to) == delimiter) {
      to++;
    }
    runs++;
    lengths[Math.min(to - from, lengths.length - 1)]++;
    single += to - from == 1 ? 1 : 0;
    char next = to < text.length() ? text.charAt(to) : '\n';
    int around = AROUND.indexOf(next);
    if (around >= 0 && from > 0 && text.charAt(from - 1) == next && isAlone(from - 1, to)) {
      between[around]++;
    }
    if (next == '\n' || next == '\r') {
      atLineEnd++;
    } else if (next == ' ') {
      blankBehind++;
      if (to + 1 < text.length() && text.charAt(to + 1) == ' ') {
        manyBlanksBehind++;
      }
    }
    return to - 1;
  }

  /** Whether neither more of the sign nor a quote follows it: blanks that pad belong to values. */
  private boolean isAlone(int before, int behind) {
    char sign = text.charAt(behind);
    char left = before == 0 ? '\n' : text.charAt(before - 1);
    char right = behind + 1 == text.length() ? '\n' : text.charAt(behind + 1);
    boolean quotes = dialect.quoted() && (left == dialect.quote() || right == dialect.quote());
    return left != sign && right != sign && !quotes;
  }

  private String delimiter() {
    String one = dialect.delimiter();
    for (int sign = 0; sign < between.length; sign++) {
      if (runs >= 2 && single == runs && between[sign] >= runs * ALWAYS && !one.equals(" ")) {
        return AROUND.charAt(sign) + one + AROUND.charAt(sign);
      }
    }
    if (!one.equals(" ")
        && runs >= 2
        && single == runs
        && atLineEnd == 0
        && blankBehind >= runs * ALWAYS
        && manyBlanksBehind <= blankBehind * 0.02) {
      return one + " ";
    }
    for (int length = 2; length < lengths.length; length++) {
      if (lengths[length] >= 4 && lengths[length] >= runs * ALWAYS && !one.equals(" ")) {
        return one.repeat(length);
      }
    }
    return one;
  }
}
