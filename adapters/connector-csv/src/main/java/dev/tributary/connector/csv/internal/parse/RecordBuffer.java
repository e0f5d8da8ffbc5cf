package dev.tributary.connector.csv.internal.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A window over a stream that always holds the record in work as a whole. The byte after the limit
 * is a line feed, so that a scan needs no check of its bounds, and there is slack behind it, so
 * that many bytes can be looked at together.
 */
final class RecordBuffer {
  private static final int INITIAL_BYTES = 256 * 1024;
  private static final int SLACK = SpecialBytes.BLOCK;

  private final InputStream in;
  private final int maxRecordBytes;
  private boolean ended;

  /** The bytes; replaced when the window grows. */
  byte[] bytes = new byte[INITIAL_BYTES + SLACK];

  /** How often the bytes were changed. */
  int fills;

  /** Where the record in work begins. */
  int recordStart;

  /** One after the last byte read. */
  int limit;

  /** The file offset of the first byte of the window. */
  long base;

  RecordBuffer(InputStream in, long offset, int maxRecordBytes) {
    this.in = in;
    this.base = offset;
    this.maxRecordBytes = maxRecordBytes;
    bytes[0] = '\n';
  }

  /** Where a read brought more bytes, where the stream ended, and where the record is too long. */
  enum Filled {
    MORE,
    ENDED,
    TOO_LONG
  }

  /**
   * Reads on, keeping everything from the start of the record. May move the window: positions held
   * by the caller have to be taken relative to {@link #recordStart}.
   */
  Filled fill() throws IOException {
    if (ended) {
      return Filled.ENDED;
    }
    fills++;
    if (recordStart > 0 && limit - recordStart <= bytes.length / 2) {
      System.arraycopy(bytes, recordStart, bytes, 0, limit - recordStart);
      base += recordStart;
      limit -= recordStart;
      recordStart = 0;
      bytes[limit] = '\n';
    }
    if (limit == capacity()) {
      if (limit - recordStart >= maxRecordBytes) {
        return Filled.TOO_LONG;
      }
      bytes = Arrays.copyOf(bytes, capacity() * 2 + SLACK);
    }
    int read = in.read(bytes, limit, capacity() - limit);
    if (read < 0) {
      ended = true;
      bytes[limit] = '\n';
      return Filled.ENDED;
    }
    limit += read;
    bytes[limit] = '\n';
    return Filled.MORE;
  }

  /** Drops everything in the window, for skipping over a record that does not fit. */
  void discard() {
    fills++;
    base += limit;
    limit = 0;
    recordStart = 0;
    bytes[0] = '\n';
  }

  private int capacity() {
    return bytes.length - SLACK;
  }

  long offset(int position) {
    return base + position;
  }

  boolean ended() {
    return ended;
  }
}
