package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;

/**
 * The short way through a record: takes fields for as long as each one runs from delimiter to
 * delimiter, or to the line end, without anything in it that would need a second look.
 */
final class PlainFields {
  private final RecordBuffer buffer;
  private final FieldSlices slices;
  private final SpecialBytes specials;
  private final byte quote;
  private final byte delimiter;

  PlainFields(
      RecordBuffer buffer,
      FieldSlices slices,
      SpecialBytes specials,
      CsvDialect dialect,
      byte delimiter) {
    this.buffer = buffer;
    this.slices = slices;
    this.specials = specials;
    this.quote = (byte) dialect.quote();
    this.delimiter = delimiter;
  }

  /**
   * Takes fields from a position on.
   *
   * @return where the first field begins that is not taken, or, if all were taken, the complement
   *     of where the next record begins
   */
  int take(int from) {
    byte[] bytes = buffer.bytes;
    int record = buffer.recordStart;
    int start = from;
    // A quote may follow blanks.
    while (bytes[start] != quote && bytes[start] != ' ') {
      int at = specials.next(start);
      byte found = bytes[at];
      if (found == delimiter) {
        slices.add(start - record, at - record);
        start = at + 1;
      } else {
        int end = afterLineEnd(bytes, at);
        if (end < 0) {
          return start;
        }
        slices.add(start - record, at - record);
        return ~end;
      }
    }
    return start;
  }

  /** Where the line behind a line end begins; -1 where there is none, or more has to be read. */
  private int afterLineEnd(byte[] bytes, int at) {
    if (at + 1 < buffer.limit) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
      if (bytes[at] == '\r') {
        return bytes[at + 1] == '\n' ? at + 2 : at + 1;
      }
    }
    return -1;
  }
}
