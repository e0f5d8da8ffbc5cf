package dev.tributary.connector.csv.internal.encoding;

import java.util.List;

/**
 * Lines that were quoted as a whole, as spreadsheets do when they are handed a file whose rows they
 * took for single values: {@code "1,""Smith, John"",5"} stands for {@code 1,"Smith, John",5}.
 */
public final class WrappedLines {
  private static final String DELIMITERS = ",;\t|";
  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 200;
  private static final char QUOTE = '"';

  private WrappedLines() {}

  /**
   * Tells whether every line is wrapped, and all hold the same number of delimiters.
   *
   * @param text the beginning of a file
   * @return true if the lines have to be unwrapped
   */
  public static boolean in(String text) {
    int lastEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    List<String> lines =
        text.substring(0, lastEnd + 1)
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST_LINES)
            .toList();
    return lines.size() >= FEWEST_LINES
        && lines.stream().allMatch(WrappedLines::isWrapped)
        && DELIMITERS.chars().anyMatch(delimiter -> splits(lines, (char) delimiter));
  }

  private static boolean isWrapped(String line) {
    int last = line.length() - 1;
    return last > 1
        && line.charAt(0) == QUOTE
        && line.charAt(last) == QUOTE
        && line.substring(1, last).replace("\"\"", "").indexOf(QUOTE) < 0;
  }

  private static boolean splits(List<String> lines, char delimiter) {
    int inFirst = delimiters(lines.getFirst(), delimiter);
    return inFirst > 0
        && lines.stream().allMatch(line -> delimiters(line, delimiter) == inFirst)
        // A blank behind each comma is what running text has.
        && lines.stream().anyMatch(line -> !line.contains(delimiter + " "));
  }

  /** How many delimiters a line holds outside of its inner quotes. */
  private static int delimiters(String line, char delimiter) {
    int found = 0;
    boolean quoted = false;
    for (int at = 1; at < line.length() - 1; at++) {
      if (line.charAt(at) == QUOTE) {
        quoted = !quoted;
        at++;
      } else if (!quoted && line.charAt(at) == delimiter) {
        found++;
      }
    }
    return found;
  }

  /**
   * Takes the quotes from around a line.
   *
   * @param line one line, with or without its line end
   * @return what was wrapped, with the line end; a line that is not wrapped as it is
   */
  public static String unwrap(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    String content = line.substring(0, end);
    return isWrapped(content)
        ? content.substring(1, end - 1).replace("\"\"", "\"") + line.substring(end)
        : line;
  }
}
