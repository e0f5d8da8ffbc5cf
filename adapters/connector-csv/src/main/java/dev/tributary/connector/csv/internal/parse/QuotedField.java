package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.parse.RecordBuffer.Filled;
import java.io.IOException;

/** Reads a field from its opening quote to what follows the closing one. */
final class QuotedField {
  private final RecordScan scan;
  private final byte quote;
  private final byte[] inside;

  QuotedField(RecordScan scan, CsvDialect dialect, ByteKinds kinds) {
    this.scan = scan;
    this.quote = (byte) dialect.quote();
    this.inside = kinds.inside;
  }

  /** Takes the field whose opening quote is at a position; false if the quotes do not work out. */
  boolean take(int from) throws IOException {
    int start = from + 1 - scan.buffer.recordStart;
    boolean escapes = false;
    int at = from + 1;
    byte[] bytes = scan.buffer.bytes;
    while (true) {
      at = scan.specials.next(at);
      switch (inside[bytes[at] & 0xFF]) {
        case ByteKinds.LINE_END -> {
          if (at < scan.buffer.limit) {
            at = scan.keep(at, 2);
            bytes = scan.buffer.bytes;
            if (bytes[at] == '\n' || at + 1 == scan.buffer.limit || bytes[at + 1] != '\n') {
              scan.lineEnds++;
            }
            at++;
          } else {
            int relative = at - scan.buffer.recordStart;
            Filled filled = scan.more();
            if (filled != Filled.MORE) {
              scan.neverClosed |= filled == Filled.ENDED;
              return false;
            }
            bytes = scan.buffer.bytes;
            at = scan.buffer.recordStart + relative;
          }
        }
        case ByteKinds.QUOTE -> {
          at = scan.keep(at, 2);
          bytes = scan.buffer.bytes;
          if (at + 1 < scan.buffer.limit && bytes[at + 1] == quote) {
            escapes = true;
            at += 2;
          } else {
            scan.slices.add(start, at - scan.buffer.recordStart, escapes);
            return afterQuote(at + 1);
          }
        }
        case ByteKinds.ESCAPE -> {
          at = scan.keep(at, 2);
          bytes = scan.buffer.bytes;
          escapes = true;
          at = Math.min(at + 2, scan.buffer.limit);
        }
        case ByteKinds.NUL -> {
          scan.nul = true;
          at++;
        }
        default -> at++;
      }
    }
  }

  /** What may follow a closing quote: blanks, then a delimiter, a line end or the end. */
  private boolean afterQuote(int from) throws IOException {
    int at = from;
    while (true) {
      at = scan.keep(at, scan.delimiter.length);
      byte value = scan.buffer.bytes[at];
      if (at < scan.buffer.limit && scan.isDelimiter(at)) {
        scan.cursor = at + scan.delimiter.length;
        return true;
      }
      if (at == scan.buffer.limit) {
        scan.touchedEnd = true;
        scan.cursor = at;
        return true;
      }
      if (value == '\n' || value == '\r') {
        scan.endLine(at);
        return true;
      }
      if (value != ' ') {
        return false;
      }
      at++;
    }
  }
}
