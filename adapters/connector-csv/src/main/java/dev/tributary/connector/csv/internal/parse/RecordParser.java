package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.parse.RecordBuffer.Filled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads records of one dialect from bytes of a charset in which ASCII bytes are ASCII characters.
 * The state after {@link #next()} describes one record and holds until the next call. Not
 * thread-safe.
 *
 * <p>A sound record is split in one pass. A record whose quotes do not work out is {@link
 * #damaged()}: it then consists of its first physical line, unsplit, and {@link #extend(int)} shows
 * what a longer reading would take. So a quote that is never closed costs one line, not the file.
 */
public final class RecordParser {
  private static final int PREFIX_BYTES = 4096;

  private final RecordBuffer buffer;
  private final Charset charset;
  private final int maxRecordBytes;
  private final byte[] delimiter;
  private final byte quote;
  private final byte escape;
  private final boolean quoted;
  private final byte[] outside;
  private final byte[] inside;

  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] unescape = new boolean[32];
  private int count;
  private int cursor;
  private long lineOfRecord;
  private int lineEnds;
  private boolean damaged;
  private boolean strayQuote;
  private boolean nul;
  private boolean tooLong;
  private boolean terminated;
  private boolean touchedEnd;
  private boolean mark;
  private boolean neverClosed;
  private long skippedFrom;
  private String skippedPrefix = "";

  /**
   * Begins to read.
   *
   * @param in the bytes, without byte order mark
   * @param charset how fields are decoded
   * @param dialect the dialect
   * @param offset the file offset of the first byte
   * @param line the number of the first line
   * @param maxRecordBytes the longest record that is kept
   */
  public RecordParser(
      InputStream in,
      Charset charset,
      CsvDialect dialect,
      long offset,
      long line,
      int maxRecordBytes) {
    this.buffer = new RecordBuffer(in, offset, maxRecordBytes);
    this.charset = charset;
    this.maxRecordBytes = maxRecordBytes;
    this.delimiter = dialect.delimiter().getBytes(charset);
    this.quoted = dialect.quoted();
    this.quote = (byte) dialect.quote();
    this.escape = (byte) dialect.escape();
    ByteKinds kinds = ByteKinds.of(dialect, delimiter);
    this.outside = kinds.outside;
    this.inside = kinds.inside;
    this.lineOfRecord = line;
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end of the stream
   * @throws IOException if the stream fails
   */
  public boolean next() throws IOException {
    lineOfRecord += lineEnds;
    lineEnds = 0;
    buffer.recordStart = cursor;
    if (cursor == buffer.limit && more() != Filled.MORE) {
      return false;
    }
    reset();
    neverClosed = false;
    if (!scan()) {
      salvage();
    }
    if (!tooLong && cursor - buffer.recordStart > maxRecordBytes) {
      refuse();
    }
    return true;
  }

  private void reset() {
    count = 0;
    damaged = false;
    strayQuote = false;
    nul = false;
    tooLong = false;
    terminated = false;
    touchedEnd = false;
    mark = false;
    cursor = buffer.recordStart;
  }

  /** Splits the record at the cursor; false where its quotes do not work out. */
  private boolean scan() throws IOException {
    skipInnerMark();
    while (true) {
      int at = cursor;
      if (quoted) {
        at = opening(at);
      }
      boolean sound = at >= 0 ? quotedField(at) : plainField(cursor);
      if (!sound) {
        return tooLong;
      }
      if (terminated || (cursor == buffer.limit && touchedEnd)) {
        return true;
      }
    }
  }

  /** A byte order mark at the start of a line is a seam of joined files, not a character. */
  private void skipInnerMark() throws IOException {
    if (buffer.bytes[cursor] == (byte) 0xEF && charset.equals(StandardCharsets.UTF_8)) {
      ensure(3);
      byte[] bytes = buffer.bytes;
      if (buffer.limit - cursor >= 3
          && bytes[cursor + 1] == (byte) 0xBB
          && bytes[cursor + 2] == (byte) 0xBF) {
        cursor += 3;
        mark = true;
      }
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
      while (outside[bytes[at] & 0xFF] == ByteKinds.PLAIN) {
        at++;
      }
      switch (outside[bytes[at] & 0xFF]) {
        case ByteKinds.DELIMITER -> {
          if (delimiter.length == 1) {
            add(start, at - buffer.recordStart, escapes);
            cursor = at + 1;
            return true;
          }
          at = keep(at, delimiter.length);
          bytes = buffer.bytes;
          if (isDelimiter(at)) {
            add(start, at - buffer.recordStart, escapes);
            cursor = at + delimiter.length;
            return true;
          }
          at++;
        }
        case ByteKinds.LINE_END -> {
          if (at < buffer.limit) {
            add(start, at - buffer.recordStart, escapes);
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
        default -> {
          nul = true;
          at++;
        }
      }
    }
  }

  private boolean endOfInput(int start, int at, boolean escapes, Filled filled) throws IOException {
    if (filled == Filled.TOO_LONG) {
      giveUp();
      return false;
    }
    touchedEnd = true;
    add(start, at - buffer.recordStart, escapes);
    cursor = at;
    return true;
  }

  private boolean quotedField(int from) throws IOException {
    int start = from + 1 - buffer.recordStart;
    boolean escapes = false;
    int at = from + 1;
    byte[] bytes = buffer.bytes;
    while (true) {
      while (inside[bytes[at] & 0xFF] == ByteKinds.PLAIN) {
        at++;
      }
      switch (inside[bytes[at] & 0xFF]) {
        case ByteKinds.LINE_END -> {
          if (at < buffer.limit) {
            at = keep(at, 2);
            bytes = buffer.bytes;
            if (bytes[at] == '\n' || at + 1 == buffer.limit || bytes[at + 1] != '\n') {
              lineEnds++;
            }
            at++;
          } else {
            int relative = at - buffer.recordStart;
            Filled filled = more();
            if (filled != Filled.MORE) {
              neverClosed |= filled == Filled.ENDED;
              return false;
            }
            bytes = buffer.bytes;
            at = buffer.recordStart + relative;
          }
        }
        case ByteKinds.QUOTE -> {
          at = keep(at, 2);
          bytes = buffer.bytes;
          if (at + 1 < buffer.limit && bytes[at + 1] == quote) {
            escapes = true;
            at += 2;
          } else {
            add(start, at - buffer.recordStart, escapes);
            return afterQuote(at + 1);
          }
        }
        case ByteKinds.ESCAPE -> {
          at = keep(at, 2);
          bytes = buffer.bytes;
          escapes = true;
          at = Math.min(at + 2, buffer.limit);
        }
        default -> {
          nul = true;
          at++;
        }
      }
    }
  }

  /** What may follow a closing quote: blanks, then a delimiter, a line end or the end. */
  private boolean afterQuote(int from) throws IOException {
    int at = from;
    while (true) {
      at = keep(at, delimiter.length);
      byte value = buffer.bytes[at];
      if (at < buffer.limit && isDelimiter(at)) {
        cursor = at + delimiter.length;
        return true;
      }
      if (at == buffer.limit) {
        touchedEnd = true;
        cursor = at;
        return true;
      }
      if (value == '\n' || value == '\r') {
        endLine(at);
        return true;
      }
      if (value != ' ') {
        return false;
      }
      at++;
    }
  }

  private void endLine(int from) throws IOException {
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

  private boolean isDelimiter(int at) {
    if (delimiter.length == 1) {
      return buffer.bytes[at] == delimiter[0];
    }
    return at + delimiter.length <= buffer.limit
        && Arrays.equals(buffer.bytes, at, at + delimiter.length, delimiter, 0, delimiter.length);
  }

  /** Takes the first physical line as it is. */
  private void salvage() throws IOException {
    boolean stray = nul;
    reset();
    nul = stray;
    damaged = true;
    physicalLine();
  }

  private void physicalLine() throws IOException {
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
          giveUp();
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

  /** Skips to the end of a line that does not fit, keeping its beginning. */
  private void giveUp() throws IOException {
    refuse();
    do {
      buffer.discard();
      cursor = 0;
      if (more() != Filled.MORE) {
        touchedEnd = true;
        return;
      }
      while (cursor < buffer.limit
          && buffer.bytes[cursor] != '\n'
          && buffer.bytes[cursor] != '\r') {
        cursor++;
      }
    } while (cursor == buffer.limit);
    buffer.recordStart = cursor;
    endLine(cursor);
  }

  private void refuse() {
    tooLong = true;
    damaged = true;
    count = 0;
    skippedFrom = buffer.offset(buffer.recordStart);
    int length = Math.min(PREFIX_BYTES, buffer.limit - buffer.recordStart);
    skippedPrefix = new String(buffer.bytes, buffer.recordStart, length, charset);
  }

  /** Reads on; positions other than the cursor have to be taken relative to the record. */
  private Filled more() throws IOException {
    int relative = cursor - buffer.recordStart;
    Filled filled = buffer.fill();
    cursor = buffer.recordStart + relative;
    return filled;
  }

  /** Makes sure of some bytes from a position on, and says where that position is now. */
  private int keep(int at, int bytes) throws IOException {
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

  private void ensure(int bytes) throws IOException {
    keep(cursor, bytes);
  }

  private void add(int start, int end, boolean escapes) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      unescape = Arrays.copyOf(unescape, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    unescape[count++] = escapes;
  }

  /**
   * The values of a sound record.
   *
   * @return a new array
   */
  public String[] fields() {
    return fields(charset);
  }

  /**
   * The values of a sound record, read in another charset.
   *
   * @param decoding how to decode them
   * @return a new array
   */
  public String[] fields(Charset decoding) {
    String[] fields = new String[count];
    byte[] bytes = buffer.bytes;
    int from = buffer.recordStart;
    for (int index = 0; index < count; index++) {
      int start = starts[index];
      int length = ends[index] - start;
      fields[index] =
          length == 0
              ? ""
              : unescape[index]
                  ? unescaped(from + start, length, decoding)
                  : new String(bytes, from + start, length, decoding);
    }
    return fields;
  }

  private String unescaped(int from, int length, Charset decoding) {
    byte[] result = new byte[length];
    int size = 0;
    for (int at = from; at < from + length; at++) {
      byte value = buffer.bytes[at];
      boolean last = at + 1 == from + length;
      if (!last && value == quote && buffer.bytes[at + 1] == quote) {
        at++;
      } else if (!last && escape != 0 && value == escape && isEscapable(buffer.bytes[at + 1])) {
        value = buffer.bytes[++at];
      }
      result[size++] = value;
    }
    return new String(result, 0, size, decoding);
  }

  /** Only what has a meaning is escaped: a path such as C:\temp keeps its backslash. */
  private boolean isEscapable(byte value) {
    return value == quote
        || value == escape
        || value == delimiter[0]
        || value == '\n'
        || value == '\r';
  }

  /**
   * The number of fields of a sound record.
   *
   * @return the width
   */
  public int width() {
    return count;
  }

  /**
   * Tells whether the record is one empty, unquoted field.
   *
   * @return true for a blank line
   */
  public boolean blank() {
    return !damaged && count == 1 && ends[0] == 0;
  }

  /**
   * The raw text of the record.
   *
   * @return the text without its last line end
   */
  public String text() {
    if (tooLong) {
      return skippedPrefix;
    }
    return decode(buffer.recordStart, cursor);
  }

  private String decode(int from, int to) {
    int end = to;
    if (terminated) {
      end--;
      if (end > from && buffer.bytes[end] == '\n' && buffer.bytes[end - 1] == '\r') {
        end--;
      }
    }
    int start = mark ? from + 3 : from;
    return new String(buffer.bytes, start, Math.max(0, end - start), charset);
  }

  /**
   * Extends a damaged record by physical lines, for a reading in which a quoted field spans them.
   *
   * @param more how many lines to add
   * @return false when there are no more lines or they do not fit
   * @throws IOException if the stream fails
   */
  public boolean extend(int more) throws IOException {
    for (int added = 0; added < more; added++) {
      if (tooLong || !terminated) {
        return false;
      }
      keep(cursor, 1);
      if (cursor == buffer.limit) {
        return false;
      }
      terminated = false;
      physicalLine();
      if (tooLong) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes back to a shorter damaged record.
   *
   * @param lines how many physical lines it shall have, at least 1
   * @throws IOException if the stream fails
   */
  public void shrink(int lines) throws IOException {
    cursor = buffer.recordStart;
    lineEnds = 0;
    touchedEnd = false;
    for (int taken = 0; taken < lines; taken++) {
      terminated = false;
      physicalLine();
    }
  }

  /**
   * Treats a sound record as damaged: its first physical line, unsplit.
   *
   * @throws IOException if the stream fails
   */
  public void reread() throws IOException {
    lineEnds = 0;
    salvage();
  }

  /**
   * Tells whether the quoted field was still open at the end of the stream.
   *
   * @return true for a quote that nothing closes
   */
  public boolean neverClosed() {
    return neverClosed;
  }

  /**
   * How many physical lines the record has.
   *
   * @return the number, the last one counted even without a line end
   */
  public int physicalLines() {
    return terminated ? lineEnds : lineEnds + 1;
  }

  /**
   * The line on which the record begins.
   *
   * @return the number
   */
  public long line() {
    return lineOfRecord;
  }

  /**
   * How many line ends the record holds, its own included.
   *
   * @return the number
   */
  public int lineEnds() {
    return lineEnds;
  }

  /**
   * Where the record begins.
   *
   * @return the offset
   */
  public long startByte() {
    return tooLong ? skippedFrom : buffer.offset(buffer.recordStart);
  }

  /**
   * Where the record ends.
   *
   * @return the offset after its line end
   */
  public long endByte() {
    return buffer.offset(cursor);
  }

  /**
   * Tells whether the quotes did not work out.
   *
   * @return true when {@link #fields()} cannot be asked for
   */
  public boolean damaged() {
    return damaged;
  }

  /**
   * Tells whether an unquoted field holds a quote.
   *
   * @return true if so
   */
  public boolean strayQuote() {
    return strayQuote;
  }

  /**
   * Tells whether the record holds NUL bytes.
   *
   * @return true if so
   */
  public boolean nul() {
    return nul;
  }

  /**
   * Tells whether the record is longer than the limit; only its beginning is known.
   *
   * @return true if so
   */
  public boolean tooLong() {
    return tooLong;
  }

  /**
   * Tells whether more bytes behind the present end of the file could change the record.
   *
   * @return true when it is the last one and nothing closes it off
   */
  public boolean open() {
    return !terminated || touchedEnd || neverClosed;
  }
}
