package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.ColumnType;
import dev.tributary.core.internal.text.UtcText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. Not thread-safe. */
final class CopyText {
  private byte[] bytes = new byte[1 << 17];
  private int length;

  void row(ColumnType[] types, @Nullable Object[] row) {
    for (int column = 0; column < types.length; column++) {
      if (column > 0) {
        put('\t');
      }
      value(types[column], row[column]);
    }
    put('\n');
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  private void value(ColumnType type, @Nullable Object value) {
    if (value == null) {
      put('\\');
      put('N');
      return;
    }
    switch (type) {
      case TEXT -> text((String) value);
      case BOOLEAN -> put((Boolean) value ? 't' : 'f');
      case TIMESTAMP -> plain(UtcText.of((Instant) value));
      case INTEGER, DECIMAL, DOUBLE, DATE -> plain(value.toString());
    }
  }

  /** Numbers and times: characters that need no escape. */
  @SuppressWarnings("deprecation") // The old method copies Latin-1 bytes without an encoder.
  private void plain(String text) {
    int size = text.length();
    reserve(size);
    text.getBytes(0, size, bytes, length);
    length += size;
  }

  private void text(String text) {
    int size = text.length();
    reserve(size * 2);
    for (int index = 0; index < size; index++) {
      char character = text.charAt(index);
      if (character >= 0x80) {
        encoded(text.substring(index));
        return;
      }
      ascii(character);
    }
  }

  private void encoded(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    reserve(encoded.length * 2);
    for (byte each : encoded) {
      if (each < 0) {
        bytes[length++] = each;
      } else {
        ascii((char) each);
      }
    }
  }

  private void ascii(char character) {
    switch (character) {
      case '\\', '\t', '\n', '\r' -> {
        bytes[length++] = '\\';
        bytes[length++] = (byte) escape(character);
      }
      case 0 ->
          throw new IllegalArgumentException(
              "a text holds the character U+0000, which PostgreSQL cannot store; remove it");
      default -> bytes[length++] = (byte) character;
    }
  }

  private static char escape(char character) {
    return switch (character) {
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> character;
    };
  }

  private void put(char character) {
    reserve(1);
    bytes[length++] = (byte) character;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
