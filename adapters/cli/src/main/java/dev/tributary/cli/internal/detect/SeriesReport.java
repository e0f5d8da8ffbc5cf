package dev.tributary.cli.internal.detect;

/**
 * What came of one series.
 *
 * @param rows rows read, and as many written
 * @param anomalies rows that score 0.5 or more
 * @param valueless rows that score 0 because their value is empty or no number
 * @param undated rows that score 0 because their timestamp cannot be read
 * @param damaged rows that score 0 because they cannot be read at all
 * @param skipped lines that are no rows, such as titles and notes
 */
record SeriesReport(
    long rows, long anomalies, long valueless, long undated, long damaged, long skipped) {

  /**
   * A missing measurement is usual in a series; a row that cannot be read, or no number, is not.
   */
  boolean complete() {
    boolean nothing = rows > 0 && valueless == rows;
    return undated == 0 && damaged == 0 && !nothing;
  }

  String text() {
    StringBuilder text = new StringBuilder("%,d rows, %,d anomalies".formatted(rows, anomalies));
    add(text, valueless, "rows score 0 for want of a number");
    add(text, undated, "rows score 0 because their timestamp cannot be read");
    add(text, damaged, "rows score 0 because they are damaged");
    add(text, skipped, "lines are no rows and were skipped");
    return text.toString();
  }

  private static void add(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("; %,d %s".formatted(count, what));
    }
  }
}
