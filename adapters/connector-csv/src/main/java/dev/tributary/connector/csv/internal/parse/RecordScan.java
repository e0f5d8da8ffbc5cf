package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.parse.RecordBuffer.Filled;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One pass over the bytes of a record: finds its fields and its end, and what is odd about it. */
final class RecordScan {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  final RecordBuffer buffer;
  final FieldSlices slices;
  final SpecialBytes specials;
  final byte[] delimiter;
  private final boolean utf8;
  private final boolean quoted;
  private final byte quote;
  private final byte[] outside;
  private final PlainFields plain;
  private final QuotedField quotedField;

  /** One after the last byte that was taken. */
  int cursor;

  /** How many line ends were passed. */
  int lineEnds;

  /** Whether an unquoted field holds a quote. */
  boolean strayQuote;

  /** Whether there are NUL bytes. */
  boolean nul;

  /** Whether the record does not fit into the buffer. */
  boolean tooLong;

  /** Whether a line end closes the record. */
  boolean terminated;

  /** Whether the end of the stream was reached, so that more bytes could change the record. */
  boolean touchedEnd;

  /** Whether the record begins with a byte order mark. */
  boolean mark;

  /** Whether a quoted field was still open at the end of the stream. */
  boolean neverClosed;

  RecordScan(RecordBuffer buffer, Charset charset, CsvDialect dialect) {
    this.buffer = buffer;
    this.utf8 = charset.equals(StandardCharsets.UTF_8);
    this.delimiter = dialect.delimiter().getBytes(charset);
    this.slices = new FieldSlices(dialect, delimiter[0]);
    this.quoted = dialect.quoted();
    this.quote = (byte) dialect.quote();
    ByteKinds kinds = ByteKinds.of(dialect, delimiter);
    this.outside = kinds.outside;
    this.quotedField = new QuotedField(this, dialect, kinds);
    this.specials = new SpecialBytes(buffer, dialect, delimiter[0]);
    this.plain = new PlainFields(buffer, slices, specials, dialect, delimiter[0]);
  }

  /** Goes back to the start of the record. */
  void reset() {
    slices.clear();
    strayQuote = false;
    nul = false;
    tooLong = false;
    terminated = false;
    touchedEnd = false;
    mark = false;
    lineEnds = 0;
    cursor = buffer.recordStart;
  }

  /** Splits the record at the cursor; false where its quotes do not work out. */
  boolean scan() throws IOException {
    skipInnerMark();
    while (true) {
      if (delimiter.length == 1 && plainFields()) {
        return true;
      }
      int at = quoted ? opening(cursor) : -1;
      boolean sound = at >= 0 ? quotedField.take(at) : plainField(cursor);
      if (!sound) {
        return false;
      }
      if (terminated || (cursor == buffer.limit && touchedEnd)) {
        return true;
      }
    }
  }

  /** Takes the fields that need no second look; true if these were all. */
  private boolean plainFields() {
    int next = plain.take(cursor);
    boolean all = next < 0;
    cursor = all ? ~next : next;
    if (all) {
      lineEnds++;
      terminated = true;
    }
    return all;
  }

  /** Whether the record up to the cursor is known to be ASCII. */
  boolean ascii() {
    return specials.asciiFrom(buffer.recordStart);
  }

  /** A byte order mark at the start of a line is a seam of joined files, not a character. */
  private void skipInnerMark() throws IOException {
    if (utf8 && buffer.bytes[cursor] == MARK[0]) {
      int at = keep(cursor, MARK.length);
      int end = Math.min(at + MARK.length, buffer.limit);
      mark = Arrays.equals(buffer.bytes, at, end, MARK, 0, MARK.length);
      cursor = mark ? end : at;
    }
  }

  /** Where the opening quote of the field is, blanks before it allowed; -1 for a plain field. */
  private int opening(int from) throws IOException {
    int at = from;
    while (true) {
      byte value = buffer.bytes[at];
      if (value == quote) {
        return at;
      }
      if (value == '\n' && at == buffer.limit) {
        int relative = at - buffer.recordStart;
        if (more() != Filled.MORE) {
          return -1;
        }
        at = buffer.recordStart + relative;
      } else if (value == ' ' && outside[' '] == ByteKinds.PLAIN) {
        at++;
      } else {
        return -1;
      }
    }
  }

  private boolean plainField(int from) throws IOException {
    int start = from - buffer.recordStart;
    boolean escapes = false;
    int at = from;
    byte[] bytes = buffer.bytes;
    while (true) {
      at = specials.next(at);
      switch (outside[bytes[at] & 0xFF]) {
        case ByteKinds.DELIMITER -> {
          at = keep(at, delimiter.length);
          bytes = buffer.bytes;
          if (isDelimiter(at)) {
            slices.add(start, at - buffer.recordStart, escapes);
            cursor = at + delimiter.length;
            return true;
          }
          at++;
        }
        case ByteKinds.LINE_END -> {
          if (at < buffer.limit) {
            slices.add(start, at - buffer.recordStart, escapes);
            endLine(at);
            return true;
          }
          int relative = at - buffer.recordStart;
          Filled filled = more();
          bytes = buffer.bytes;
          at = buffer.recordStart + relative;
          if (filled != Filled.MORE) {
            return endOfInput(start, at, escapes, filled);
          }
        }
        case ByteKinds.ESCAPE -> {
          at = keep(at, 2);
          bytes = buffer.bytes;
          escapes = true;
          at = Math.min(at + 2, buffer.limit);
        }
        case ByteKinds.QUOTE -> {
          strayQuote = true;
          at++;
        }
        case ByteKinds.NUL -> {
          nul = true;
          at++;
        }
        default -> at++;
      }
    }
  }

  private boolean endOfInput(int start, int at, boolean escapes, Filled filled) {
    if (filled == Filled.TOO_LONG) {
      tooLong = true;
      return false;
    }
    touchedEnd = true;
    slices.add(start, at - buffer.recordStart, escapes);
    cursor = at;
    return true;
  }

  void endLine(int from) throws IOException {
    int at = from;
    if (buffer.bytes[at] == '\r') {
      at = keep(at, 2);
      if (at + 1 < buffer.limit && buffer.bytes[at + 1] == '\n') {
        at++;
      } else if (at + 1 == buffer.limit) {
        touchedEnd = true;
      }
    }
    lineEnds++;
    terminated = true;
    cursor = at + 1;
  }

  boolean isDelimiter(int at) {
    if (delimiter.length == 1) {
      return buffer.bytes[at] == delimiter[0];
    }
    return at + delimiter.length <= buffer.limit
        && Arrays.equals(buffer.bytes, at, at + delimiter.length, delimiter, 0, delimiter.length);
  }

  /** Moves behind the next line end; tells by {@link #tooLong} if there is none within reach. */
  void physicalLine() throws IOException {
    int at = cursor;
    while (true) {
      byte value = buffer.bytes[at];
      if (at < buffer.limit && (value == '\n' || value == '\r')) {
        endLine(at);
        return;
      }
      if (at == buffer.limit) {
        int relative = at - buffer.recordStart;
        Filled filled = more();
        at = buffer.recordStart + relative;
        if (filled == Filled.TOO_LONG) {
          tooLong = true;
          return;
        }
        if (filled == Filled.ENDED) {
          touchedEnd = true;
          cursor = at;
          return;
        }
      } else {
        at++;
      }
    }
  }

  /** Reads on; positions other than the cursor have to be taken relative to the record. */
  Filled more() throws IOException {
    int relative = cursor - buffer.recordStart;
    Filled filled = buffer.fill();
    cursor = buffer.recordStart + relative;
    return filled;
  }

  /** Makes sure of some bytes from a position on, and says where that position is now. */
  int keep(int at, int bytes) throws IOException {
    if (at + bytes <= buffer.limit) {
      return at;
    }
    int relative = at - buffer.recordStart;
    Filled filled = Filled.MORE;
    while (filled == Filled.MORE && buffer.recordStart + relative + bytes > buffer.limit) {
      filled = more();
    }
    return buffer.recordStart + relative;
  }
}
