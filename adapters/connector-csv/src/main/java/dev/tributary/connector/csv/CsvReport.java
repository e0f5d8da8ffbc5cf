package dev.tributary.connector.csv;

import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import java.util.List;

/**
 * What came of reading one file.
 *
 * @param format what the file looks like
 * @param rows how many rows were written, repaired ones included
 * @param repaired the rows that were damaged and read as well as possible, the first thousand
 * @param rejected the rows that were not written, the first thousand
 * @param skipped the lines that are no rows, the first thousand
 * @param counts how many there are of each, kept or not
 */
public record CsvReport(
    CsvFormat format,
    long rows,
    List<CsvFault> repaired,
    List<CsvFault> rejected,
    List<CsvFault> skipped,
    Counts counts) {

  /**
   * How many faults there are.
   *
   * @param repaired damaged rows that were written
   * @param rejected rows that were not written
   * @param skipped lines that are no rows
   */
  public record Counts(long repaired, long rejected, long skipped) {}

  /** Copies the lists. */
  public CsvReport {
    repaired = List.copyOf(repaired);
    rejected = List.copyOf(rejected);
    skipped = List.copyOf(skipped);
  }

  /**
   * Tells whether the file is well formed.
   *
   * @return true if no row was repaired or rejected
   */
  public boolean wellFormed() {
    return counts.repaired() == 0 && counts.rejected() == 0;
  }
}
