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

  private static final double ALMOST_ALWAYS = 0.9;

  private Metadata() {}

  /** The first row of the table behind metadata, or the given one where there is none. */
  static int end(List<Row> rows, Block block, int first) {
    if (block.width() < 2 || !beginsTyped(rows, block)) {
      return first;
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

  /** Whether the rows of the second half begin with numbers, dates or times. */
  private static boolean beginsTyped(List<Row> rows, Block block) {
    List<CellKind[]> half =
        rows.subList((block.from() + block.to()) / 2, block.to()).stream()
            .filter(row -> row.width() == block.width() && !row.blank())
            .map(Row::kinds)
            .toList();
    return ColumnProfiles.of(half, block.width()).typedShare(0) > ALMOST_ALWAYS;
  }

  private static boolean isReading(Row row) {
    return row.width() > 1 && row.kinds()[0].typed();
  }

  private static boolean areNames(Row row, int width) {
    if (row.width() != width) {
      return false;
    }
    for (CellKind kind : row.kinds()) {
      if (kind == CellKind.EMPTY || kind.typed()) {
        return false;
      }
    }
    return true;
  }
}
