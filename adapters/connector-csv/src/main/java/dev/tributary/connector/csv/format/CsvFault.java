package dev.tributary.connector.csv.format;

/**
 * One damaged row, or one line that is no row.
 *
 * @param kind what is wrong
 * @param line number of the first line, from 1
 * @param startByte offset of the first byte, from 0
 * @param text the raw text, cut at {@value #MAX_TEXT} characters
 * @param message what was found and what was done with it
 */
public record CsvFault(FaultKind kind, long line, long startByte, String text, String message) {
  /** Longest raw text that is kept, in characters. */
  public static final int MAX_TEXT = 64 * 1024;

  /** Cuts the text. */
  public CsvFault {
    if (text.length() > MAX_TEXT) {
      text = text.substring(0, MAX_TEXT);
    }
  }
}
