package dev.tributary.connector.csv.internal.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often each kind of value occurs in each column of a sample: the ground on which a row that
 * has lost or gained a delimiter is put back in order.
 */
public final class ColumnProfiles {
  private static final int KINDS = CellKind.values().length;

  private final List<Map<CellKind, Integer>> counts;
  private final int rows;

  private ColumnProfiles(List<Map<CellKind, Integer>> counts, int rows) {
    this.counts = counts;
    this.rows = rows;
  }

  /**
   * Learns from sound rows.
   *
   * @param sample what the values of each row look like, row by row
   * @param width the number of columns; values behind them are passed over
   * @return the profiles
   * @throws ArrayIndexOutOfBoundsException if a row has fewer values than columns
   */
  public static ColumnProfiles of(List<CellKind[]> sample, int width) {
    List<Map<CellKind, Integer>> counts = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      counts.add(new EnumMap<>(CellKind.class));
    }
    for (CellKind[] row : sample) {
      for (int column = 0; column < width; column++) {
        counts.get(column).merge(row[column], 1, Integer::sum);
      }
    }
    return new ColumnProfiles(counts, sample.size());
  }

  /**
   * The number of columns.
   *
   * @return the width
   */
  public int width() {
    return counts.size();
  }

  /**
   * The number of rows learned from.
   *
   * @return the rows
   */
  public int rows() {
    return rows;
  }

  /**
   * How likely a value is in a column.
   *
   * @param column the column
   * @param kind what the value looks like
   * @return the natural logarithm of its smoothed share, at most 0
   */
  public double likelihood(int column, CellKind kind) {
    return Math.log((count(column, kind) + 0.1) / (rows + 0.1 * KINDS));
  }

  /**
   * How often a kind occurs among the values of a column that are not empty.
   *
   * @param column the column
   * @param kind the kind
   * @return its share, from 0 to 1
   */
  public double share(int column, CellKind kind) {
    int filled = rows - count(column, CellKind.EMPTY);
    return filled == 0 ? 0 : (double) count(column, kind) / filled;
  }

  /**
   * The share of typed values among the values of a column that are not empty.
   *
   * @param column the column
   * @return the share, from 0 to 1
   */
  public double typedShare(int column) {
    return Arrays.stream(CellKind.values())
        .filter(CellKind::typed)
        .mapToDouble(kind -> share(column, kind))
        .sum();
  }

  /**
   * Tells whether a column knows values of a kind. Numbers with and without a fraction are alike.
   *
   * @param column the column
   * @param kind what a value looks like
   * @return true if the sample has such values in the column, or the kind is {@link CellKind#EMPTY}
   */
  public boolean knows(int column, CellKind kind) {
    return kind == CellKind.EMPTY
        || count(column, kind) > 0
        || (kind.numeric()
            && Arrays.stream(CellKind.values())
                .anyMatch(other -> other.numeric() && count(column, other) > 0));
  }

  private int count(int column, CellKind kind) {
    return counts.get(column).getOrDefault(kind, 0);
  }
}
