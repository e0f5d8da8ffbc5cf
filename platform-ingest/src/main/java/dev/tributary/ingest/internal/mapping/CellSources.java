package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways a value first comes about. */
final class CellSources {
  private static final int KEY_BYTES = 16;

  private CellSources() {}

  static CellSource column(int index) {
    return row -> row.value(index);
  }

  static CellSource nothing() {
    return row -> null;
  }

  static CellSource constant(Object value) {
    return row -> value;
  }

  static CellSource position() {
    return row -> row.position().toString();
  }

  /** Joins literal pieces and columns; null when every column is empty. */
  static CellSource concat(List<String> literals, int[] columns) {
    return row -> {
      StringBuilder text = new StringBuilder(literals.get(0));
      boolean anything = false;
      for (int part = 0; part < columns.length; part++) {
        String value = text(row, columns[part]);
        anything |= !value.isEmpty();
        text.append(value).append(literals.get(part + 1));
      }
      return anything ? text.toString() : null;
    };
  }

  /**
   * Hashes the values of some columns. Each value is preceded by its length, so that no two
   * different rows give the same input; null when every column is empty.
   */
  static CellSource keyOf(int[] columns) {
    return row -> {
      StringBuilder text = new StringBuilder();
      boolean anything = false;
      for (int column : columns) {
        @Nullable Object value = column < 0 ? null : row.value(column);
        if (value == null) {
          text.append("-;");
        } else {
          String form = CanonicalText.of(value);
          anything |= !form.isEmpty();
          text.append(form.length()).append(':').append(form).append(';');
        }
      }
      return anything ? hash(text.toString()) : null;
    };
  }

  private static String text(SourceRow row, int column) {
    Object value = column < 0 ? null : row.value(column);
    return value == null ? "" : CanonicalText.of(value);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, KEY_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
