package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Dataset;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects rows so that no two of one key reach the table in one go; a later row takes the place of
 * an earlier one. Not thread-safe.
 */
public final class RowBuffer {
  private static final int ROWS = 8_192;

  private final Dataset dataset;
  private final int[] key;
  private final BulkUpsert upsert;
  private final List<@Nullable Object[]> rows = new ArrayList<>(ROWS);
  private final Map<Object, Integer> places = new HashMap<>(ROWS * 2);
  private long taken;
  private long stored;

  /**
   * Makes a buffer.
   *
   * @param dataset the dataset
   * @param upsert stores the rows
   */
  public RowBuffer(Dataset dataset, BulkUpsert upsert) {
    this.dataset = dataset;
    this.key = keyPlaces(dataset);
    this.upsert = upsert;
  }

  /**
   * Takes a row.
   *
   * @param row one value for each column of the dataset
   * @throws SQLException if the database refuses
   */
  public void add(@Nullable Object[] row) throws SQLException {
    if (row.length != dataset.columns().size()) {
      throw new IllegalArgumentException(
          "dataset '"
              + dataset.name()
              + "' has "
              + dataset.columns().size()
              + " columns, the row has "
              + row.length
              + " values");
    }
    Integer place = places.putIfAbsent(keyOf(row), rows.size());
    if (place == null) {
      rows.add(row);
    } else {
      rows.set(place, row);
    }
    taken++;
    if (rows.size() == ROWS) {
      flush();
    }
  }

  /**
   * Stores what has been taken.
   *
   * @throws SQLException if the database refuses
   */
  public void flush() throws SQLException {
    if (!rows.isEmpty()) {
      stored += upsert.write(rows);
      rows.clear();
      places.clear();
    }
  }

  /**
   * How many rows have been taken.
   *
   * @return the number
   */
  public long taken() {
    return taken;
  }

  /**
   * How many rows made a difference.
   *
   * @return the number
   */
  public long stored() {
    return stored;
  }

  private Object keyOf(@Nullable Object[] row) {
    if (key.length == 1) {
      return part(row, key[0]);
    }
    Object[] parts = new Object[key.length];
    for (int index = 0; index < key.length; index++) {
      parts[index] = part(row, key[index]);
    }
    return Arrays.asList(parts);
  }

  private Object part(@Nullable Object[] row, int column) {
    Object value = row[column];
    return switch (value) {
      case null ->
          throw new IllegalArgumentException(
              "dataset '"
                  + dataset.name()
                  + "': key column '"
                  + dataset.columns().get(column).name()
                  + "' is empty");
      // What the table takes for one value has to be one here as well.
      case BigDecimal number -> number.stripTrailingZeros();
      case Instant time -> time.truncatedTo(ChronoUnit.MICROS);
      case Double number -> number + 0.0;
      default -> value;
    };
  }

  private static int[] keyPlaces(Dataset dataset) {
    List<String> names = dataset.columns().stream().map(column -> column.name()).toList();
    return dataset.key().stream().mapToInt(names::indexOf).toArray();
  }
}
