package dev.tributary.connector.csv.format;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record with its place in the file. Immutable as long as the array of {@link #fields()} is
 * left alone, which is handed out uncopied for speed.
 */
public final class CsvRecord {
  private final String[] fields;
  private final long line;
  private final long nextLine;
  private final long startByte;
  private final long endByte;
  private final @Nullable CsvFault fault;
  private final boolean rejected;

  private CsvRecord(
      String[] fields,
      long line,
      long nextLine,
      long startByte,
      long endByte,
      @Nullable CsvFault fault,
      boolean rejected) {
    this.fields = fields;
    this.line = line;
    this.nextLine = nextLine;
    this.startByte = startByte;
    this.endByte = endByte;
    this.fault = fault;
    this.rejected = rejected;
  }

  /**
   * Makes a sound record.
   *
   * @param fields the values, not copied
   * @param line number of its first line, from 1
   * @param nextLine number of the line behind it
   * @param startByte offset of its first byte
   * @param endByte offset after its last byte, the line end included
   * @return the record
   */
  public static CsvRecord of(
      String[] fields, long line, long nextLine, long startByte, long endByte) {
    return new CsvRecord(fields, line, nextLine, startByte, endByte, null, false);
  }

  /**
   * The same record with a fault that was repaired: the values are the best reading.
   *
   * @param found what is wrong
   * @return a damaged record that can be used
   */
  public CsvRecord repaired(CsvFault found) {
    return new CsvRecord(fields, line, nextLine, startByte, endByte, found, false);
  }

  /**
   * The same record as one that must not be used.
   *
   * @param found what is wrong
   * @return a rejected record
   */
  public CsvRecord rejected(CsvFault found) {
    return new CsvRecord(fields, line, nextLine, startByte, endByte, found, true);
  }

  /**
   * The values in column order.
   *
   * @return the array itself, not a copy; empty when nothing could be read
   */
  @SuppressWarnings("EI_EXPOSE_REP")
  public String[] fields() {
    return fields;
  }

  /**
   * The values in column order.
   *
   * @return an unmodifiable view
   */
  public List<String> values() {
    return Collections.unmodifiableList(Arrays.asList(fields));
  }

  /**
   * The line on which the record begins.
   *
   * @return the number, from 1
   */
  public long line() {
    return line;
  }

  /**
   * The line behind the record.
   *
   * @return the number, from 2
   */
  public long nextLine() {
    return nextLine;
  }

  /**
   * Where the record begins.
   *
   * @return the byte offset in the file (uncompressed), from 0
   */
  public long startByte() {
    return startByte;
  }

  /**
   * Where the record ends, its line end included: reading may go on from here.
   *
   * @return the byte offset in the file (uncompressed)
   */
  public long endByte() {
    return endByte;
  }

  /**
   * What is wrong with the record.
   *
   * @return the fault, or null for a sound record
   */
  public @Nullable CsvFault fault() {
    return fault;
  }

  /**
   * Tells whether the record must not be used.
   *
   * @return true for rows that could not be read for certain; {@link #fault()} says why
   */
  public boolean isRejected() {
    return rejected;
  }

  @Override
  public String toString() {
    return "CsvRecord[line=" + line + ", fields=" + values() + ", fault=" + fault + "]";
  }
}
