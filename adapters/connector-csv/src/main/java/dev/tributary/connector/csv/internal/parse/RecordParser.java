package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.parse.RecordBuffer.Filled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

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
  private final RecordScan scan;
  private final Charset charset;
  private final int maxRecordBytes;
  private long lineOfRecord;
  private boolean damaged;
  private boolean tooLong;
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
    this.scan = new RecordScan(buffer, charset, dialect);
    this.lineOfRecord = line;
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end of the stream
   * @throws IOException if the stream fails
   */
  public boolean next() throws IOException {
    lineOfRecord += scan.lineEnds;
    scan.lineEnds = 0;
    buffer.recordStart = scan.cursor;
    if (scan.cursor == buffer.limit && scan.more() != Filled.MORE) {
      return false;
    }
    scan.reset();
    scan.neverClosed = false;
    damaged = false;
    tooLong = false;
    if (!scan.scan()) {
      salvage();
    }
    if (!tooLong && scan.cursor - buffer.recordStart > maxRecordBytes) {
      refuse();
    }
    return true;
  }

  /** Takes the first physical line as it is. */
  private void salvage() throws IOException {
    boolean nul = scan.nul;
    scan.reset();
    scan.nul = nul;
    damaged = true;
    physicalLine();
  }

  private void physicalLine() throws IOException {
    scan.physicalLine();
    if (scan.tooLong) {
      giveUp();
    }
  }

  /** Skips to the end of a line that does not fit, keeping its beginning. */
  private void giveUp() throws IOException {
    refuse();
    do {
      buffer.discard();
      scan.cursor = 0;
      if (scan.more() != Filled.MORE) {
        scan.touchedEnd = true;
        return;
      }
      while (scan.cursor < buffer.limit && !isLineEnd(buffer.bytes[scan.cursor])) {
        scan.cursor++;
      }
    } while (scan.cursor == buffer.limit);
    buffer.recordStart = scan.cursor;
    scan.endLine(scan.cursor);
  }

  private static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }

  private void refuse() {
    tooLong = true;
    damaged = true;
    scan.slices.clear();
    skippedFrom = buffer.offset(buffer.recordStart);
    int length = Math.min(PREFIX_BYTES, buffer.limit - buffer.recordStart);
    skippedPrefix = new String(buffer.bytes, buffer.recordStart, length, charset);
  }

  /**
   * The values of a sound record.
   *
   * @return a new array
   */
  public String[] fields() {
    return ascii() ? scan.slices.ascii(buffer) : fields(charset);
  }

  /**
   * Tells whether a sound record is ASCII, so that nothing in it can be wrongly decoded.
   *
   * @return true if so; false for other records, and for some at the seams of what is read at once
   */
  public boolean ascii() {
    return scan.ascii();
  }

  /**
   * The values of a sound record, read in another charset.
   *
   * @param decoding how to decode them
   * @return a new array
   */
  public String[] fields(Charset decoding) {
    return scan.slices.decode(buffer, decoding);
  }

  /**
   * The number of fields of a sound record.
   *
   * @return the width
   */
  public int width() {
    return scan.slices.count();
  }

  /**
   * Tells whether the record is one empty, unquoted field.
   *
   * @return true for a blank line
   */
  public boolean blank() {
    return !damaged && scan.slices.blank();
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
    return decode(buffer.recordStart, scan.cursor);
  }

  private String decode(int from, int to) {
    int end = to;
    if (scan.terminated) {
      end--;
      if (end > from && buffer.bytes[end] == '\n' && buffer.bytes[end - 1] == '\r') {
        end--;
      }
    }
    int start = scan.mark ? from + 3 : from;
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
      if (tooLong || !scan.terminated) {
        return false;
      }
      scan.keep(scan.cursor, 1);
      if (scan.cursor == buffer.limit) {
        return false;
      }
      scan.terminated = false;
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
    scan.cursor = buffer.recordStart;
    scan.lineEnds = 0;
    scan.touchedEnd = false;
    for (int taken = 0; taken < lines; taken++) {
      scan.terminated = false;
      physicalLine();
    }
  }

  /**
   * Treats a sound record as damaged: its first physical line, unsplit.
   *
   * @throws IOException if the stream fails
   */
  public void reread() throws IOException {
    salvage();
  }

  /**
   * Tells whether the quoted field was still open at the end of the stream.
   *
   * @return true for a quote that nothing closes
   */
  public boolean neverClosed() {
    return scan.neverClosed;
  }

  /**
   * How many physical lines the record has.
   *
   * @return the number, the last one counted even without a line end
   */
  public int physicalLines() {
    return scan.terminated ? scan.lineEnds : scan.lineEnds + 1;
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
    return scan.lineEnds;
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
    return buffer.offset(scan.cursor);
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
    return scan.strayQuote;
  }

  /**
   * Tells whether the record holds NUL bytes.
   *
   * @return true if so
   */
  public boolean nul() {
    return scan.nul;
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
    return !scan.terminated || scan.touchedEnd || scan.neverClosed;
  }
}
