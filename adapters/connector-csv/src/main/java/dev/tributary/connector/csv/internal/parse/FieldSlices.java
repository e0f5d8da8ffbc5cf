package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the fields of a record lie, counted from its first byte. */
final class FieldSlices {
  private final byte quote;
  private final byte escape;
  private final byte delimiter;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] unescape = new boolean[32];
  private boolean escaped;
  private int count;

  FieldSlices(CsvDialect dialect, byte firstOfDelimiter) {
    this.quote = (byte) dialect.quote();
    this.escape = (byte) dialect.escape();
    this.delimiter = firstOfDelimiter;
  }

  void clear() {
    count = 0;
    if (escaped) {
      Arrays.fill(unescape, false);
      escaped = false;
    }
  }

  int count() {
    return count;
  }

  /** Whether there is one field and nothing in it. */
  boolean blank() {
    return count == 1 && ends[0] == 0;
  }

  void add(int start, int end) {
    if (count == starts.length) {
      grow();
    }
    starts[count] = start;
    ends[count++] = end;
  }

  void add(int start, int end, boolean escapes) {
    add(start, end);
    if (escapes) {
      unescape[count - 1] = true;
      escaped = true;
    }
  }

  private void grow() {
    starts = Arrays.copyOf(starts, count * 2);
    ends = Arrays.copyOf(ends, count * 2);
    unescape = Arrays.copyOf(unescape, count * 2);
  }

  /** The values of a record that is all ASCII: one copy of the bytes each. */
  String[] ascii(RecordBuffer buffer) {
    if (escaped) {
      return decode(buffer, StandardCharsets.ISO_8859_1);
    }
    String[] fields = new String[count];
    byte[] bytes = buffer.bytes;
    int from = buffer.recordStart;
    for (int index = 0; index < fields.length; index++) {
      int start = starts[index];
      int length = ends[index] - start;
      fields[index] =
          length == 0 ? "" : new String(bytes, from + start, length, StandardCharsets.ISO_8859_1);
    }
    return fields;
  }

  /** The values, their escapes resolved. */
  String[] decode(RecordBuffer buffer, Charset charset) {
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
                  ? unescaped(bytes, from + start, length, charset)
                  : new String(bytes, from + start, length, charset);
    }
    return fields;
  }

  private String unescaped(byte[] bytes, int from, int length, Charset charset) {
    byte[] result = new byte[length];
    int size = 0;
    for (int at = from; at < from + length; at++) {
      byte value = bytes[at];
      boolean last = at + 1 == from + length;
      if (!last && value == quote && bytes[at + 1] == quote) {
        at++;
      } else if (!last && escape != 0 && value == escape && isEscapable(bytes[at + 1])) {
        value = bytes[++at];
      }
      result[size++] = value;
    }
    return new String(result, 0, size, charset);
  }

  /** Only what has a meaning is escaped: a path such as C:\temp keeps its backslash. */
  private boolean isEscapable(byte value) {
    return value == quote
        || value == escape
        || value == delimiter
        || value == '\n'
        || value == '\r';
  }
}
