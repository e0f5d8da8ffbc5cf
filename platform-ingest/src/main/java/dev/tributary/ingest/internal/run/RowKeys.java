package dev.tributary.ingest.internal.run;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.ingest.internal.mapping.CanonicalText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a dataset's rows, as one text each. */
public final class RowKeys {
  private final int[] columns;

  /**
   * Makes it.
   *
   * @param dataset the dataset
   */
  public RowKeys(Dataset dataset) {
    List<String> names = dataset.columns().stream().map(Column::name).toList();
    this.columns = dataset.key().stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * The indexes of the key's columns.
   *
   * @return not to be changed
   */
  public int[] columns() {
    return columns;
  }

  /**
   * The key of a row.
   *
   * @param values the row's values in the order of the dataset
   * @return each key value after its length
   */
  public String ofRow(@Nullable Object[] values) {
    StringBuilder key = new StringBuilder();
    for (int column : columns) {
      append(key, values[column]);
    }
    return key.toString();
  }

  static String ofKey(@Nullable Object[] values) {
    StringBuilder key = new StringBuilder();
    for (Object value : values) {
      append(key, value);
    }
    return key.toString();
  }

  private static void append(StringBuilder key, @Nullable Object value) {
    String text =
        switch (value) {
          case null -> "";
          case BigDecimal number -> number.stripTrailingZeros().toPlainString();
          default -> CanonicalText.of(value);
        };
    key.append(text.length()).append(':').append(text);
  }
}
