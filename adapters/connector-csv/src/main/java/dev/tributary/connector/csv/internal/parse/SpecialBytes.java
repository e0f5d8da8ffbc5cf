package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the bytes that may mean something to a scan: delimiters, quotes, escapes and control
 * characters. Sixty-four bytes are looked at together, eight in one machine word, and remembered as
 * one bit each, so that the way from field to field costs no look at the bytes between. The test of
 * eight bytes at once is the exact one of Warren, "Hacker's Delight", section 6-1.
 */
final class SpecialBytes {
  /** How many bytes are looked at together. */
  static final int BLOCK = 64;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;
  private static final long HIGH = ~LOW_SEVEN;

  /** Of an ASCII byte, one of these bits is set unless it is a control character below 16. */
  private static final long ABOVE_CONTROLS = 0x7070707070707070L;

  /** Moves the high bits of eight bytes next to each other, into the highest byte. */
  private static final long GATHER = 0x0002040810204081L;

  private final RecordBuffer buffer;
  private final long delimiter;
  private final long quote;
  private final long escape;
  private final boolean escaped;

  /** No bits where what is looked for is beyond ASCII: then all such bytes are special. */
  private final long beyondAsciiIsPlain;

  private int block = -1;
  private int fills = -1;
  private long found;
  private int lastBeyondAscii = Integer.MAX_VALUE;

  SpecialBytes(RecordBuffer buffer, CsvDialect dialect, byte firstOfDelimiter) {
    this.buffer = buffer;
    this.delimiter = everywhere(firstOfDelimiter);
    this.quote = dialect.quoted() ? everywhere((byte) dialect.quote()) : delimiter;
    this.escape = everywhere((byte) dialect.escape());
    this.escaped = dialect.escaped();
    this.beyondAsciiIsPlain = ((delimiter | quote | (escaped ? escape : 0)) & HIGH) == 0 ? HIGH : 0;
  }

  private static long everywhere(byte value) {
    return (value & 0xFF) * ONES;
  }

  /** The first place from a position on; the line feed behind the window ends every search. */
  int next(int from) {
    int at = from >>> 6;
    if (fills != buffer.fills) {
      // What lies before was not looked at where it lies now.
      fills = buffer.fills;
      lastBeyondAscii = at;
      look(at);
    } else if (at != block) {
      look(at);
    }
    long ahead = found & (-1L << from);
    while (ahead == 0) {
      look(block + 1);
      ahead = found;
    }
    return (block << 6) + Long.numberOfTrailingZeros(ahead);
  }

  /**
   * Whether all bytes from a position up to the last one found are ASCII; false where that was not
   * noticed.
   */
  boolean asciiFrom(int from) {
    return lastBeyondAscii < from >>> 6;
  }

  private void look(int at) {
    byte[] bytes = buffer.bytes;
    int from = at << 6;
    long places = 0;
    long all = 0;
    for (int word = 0; word < BLOCK; word += Long.BYTES) {
      long eight = (long) WORDS.get(bytes, from + word);
      all |= eight;
      places |= ((special(eight) * GATHER) >>> 56) << word;
    }
    found = places;
    block = at;
    if ((all & HIGH) != 0) {
      lastBeyondAscii = Math.max(lastBeyondAscii, at);
    }
  }

  /**
   * The high bit of every byte that is special. Adding 127 to the lower seven bits of a byte
   * carries into its high bit unless they are all zero, and never beyond it.
   */
  private long special(long eight) {
    long plain = (eight & ABOVE_CONTROLS) + LOW_SEVEN;
    plain &= ((eight ^ delimiter) & LOW_SEVEN) + LOW_SEVEN;
    plain &= ((eight ^ quote) & LOW_SEVEN) + LOW_SEVEN;
    if (escaped) {
      plain &= ((eight ^ escape) & LOW_SEVEN) + LOW_SEVEN;
    }
    return ~(plain | (eight & beyondAsciiIsPlain)) & HIGH;
  }
}
