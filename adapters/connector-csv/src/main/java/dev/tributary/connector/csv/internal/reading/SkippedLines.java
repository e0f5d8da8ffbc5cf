package dev.tributary.connector.csv.internal.reading;

import dev.tributary.connector.csv.format.CsvFault;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that are no rows: all are counted, the first ones are kept. */
public final class SkippedLines {
  private static final int MOST = 1000;

  private final List<CsvFault> first = new ArrayList<>();
  private long count;

  SkippedLines() {}

  void add(CsvFault fault) {
    count++;
    if (first.size() < MOST) {
      first.add(fault);
    }
  }

  /**
   * The first thousand.
   *
   * @return the lines in file order
   */
  public List<CsvFault> first() {
    return List.copyOf(first);
  }

  /**
   * How many there are.
   *
   * @return all of them, kept or not
   */
  public long count() {
    return count;
  }
}
