package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Blocks.Block;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.List;

/**
 * Finds the lines of names and values that instruments write before their readings, without a blank
 * line between: the readings begin with numbers or times, these lines with words.
 */
final class Metadata {
  /** Up to three such lines are names, units and remarks of the columns. */
  private static final int FEWEST = 4;

  private static final int MOST_SPARSE = 12;
  private static final double ALMOST_ALWAYS = 0.9;

  private Metadata() {}

  /** The first row of the table behind metadata, or the given one where there is none. */
  static int end(List<Row> rows, Block block, int first) {
    if (block.width() < 2) {
      return first;
    }
    ColumnProfiles half = readings(rows, (block.from() + block.to()) / 2, block);
    if (half.typedShare(0) <= ALMOST_ALWAYS) {
      return behindLoneValue(rows, block, first, half);
    }
    int data = first;
    while (data < block.to() && !isReading(rows.get(data))) {
      data++;
    }
    if (data - first < FEWEST || data == block.to()) {
      return first;
    }
    return areNames(rows.get(data - 1), block.width()) ? data - 1 : data;
  }

  /**
   * The row of names where rows with gaps come before it: names of groups, each of which spans
   * several columns, or metadata that was padded to the width of the table.
   *
   * @return the index of that row, or the given one where there is none
   */
  static int names(List<Row> rows, Block block, int first) {
    int most = 0;
    for (int at = first; at < Math.min(first + MOST_SPARSE, block.to()); at++) {
      Row row = rows.get(at);
      if (at > first
          && row.width() == block.width()
          && most * 3 <= row.filled() * 2
          && HeaderGuess.breaksColumns(row, readings(rows, at + 1, block))) {
        return at;
      }
      most = Math.max(most, row.filled());
    }
    return first;
  }

  /** What the rows of a block hold from one on: readings, whatever comes before them. */
  private static ColumnProfiles readings(List<Row> rows, int from, Block block) {
    return ColumnProfiles.of(
        rows.subList(from, block.to()).stream()
            .filter(row -> row.width() == block.width() && !row.blank())
            .map(Row::kinds)
            .toList(),
        block.width());
  }

  /** Where names come after a line with a single value, what is before that line is metadata. */
  private static int behindLoneValue(
      List<Row> rows, Block block, int first, ColumnProfiles readings) {
    int data = first;
    while (data < block.to() && !isReading(rows.get(data), readings)) {
      data++;
    }
    int names = data;
    while (names > first && areNames(rows.get(names - 1), block.width())) {
      names--;
    }
    boolean lone =
        names > first && rows.get(names - 1).width() == 1 && !rows.get(names - 1).blank();
    return data < block.to() && names < data && lone ? names : first;
  }

  private static boolean isReading(Row row, ColumnProfiles readings) {
    return row.width() == readings.width() && !HeaderGuess.breaksColumns(row, readings);
  }

  private static boolean isReading(Row row) {
    return row.width() > 1 && row.kinds()[0].typed();
  }

  private static boolean areNames(Row row, int width) {
    if (row.width() != width) {
      return false;
    }
    for (CellKind kind : row.kinds()) {
      if (kind.typed()) {
        return false;
      }
    }
    return row.filled() * 3 >= width * 2;
  }
}
