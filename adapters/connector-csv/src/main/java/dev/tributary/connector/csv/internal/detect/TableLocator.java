package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the table among the rows of a sample: titles and metadata before it are told by their width
 * and by how few values they have; of several tables the first is taken, unless a later one is more
 * than twice as large.
 */
public final class TableLocator {
  /** How much more the width of a block's first row counts: it may hold the names. */
  private static final double FIRST_ROW_WEIGHT = 1.25;

  private final CsvConfig config;

  /**
   * Locates tables.
   *
   * @param config whether a header is declared
   */
  public TableLocator(CsvConfig config) {
    this.config = config;
  }

  /** Rows of one width, blank lines within not counted. */
  private record Block(int from, int to, int width, long size) {}

  /**
   * Locates.
   *
   * @param rows the rows of a sample, at least one
   * @return the table
   */
  public TableShape locate(List<Row> rows) {
    Block block = mainBlock(rows);
    int first = firstRow(rows, block);
    List<String[]> body = new ArrayList<>();
    for (Row row : rows.subList(Math.min(first + 1, rows.size()), block.to)) {
      if (!row.blank() && row.width() == block.width) {
        body.add(row.fields());
      }
    }
    ColumnProfiles profiles = ColumnProfiles.of(body, block.width);
    String[] top = rows.get(first).fields();
    boolean header =
        switch (config.header()) {
          case PRESENT -> true;
          case ABSENT -> false;
          case DETECT -> HeaderGuess.isHeader(top, body, profiles);
        };
    List<String> lost =
        header || config.header() != CsvConfig.Header.DETECT
            ? List.of()
            : LostHeader.find(rows, first, block.width);
    if (!lost.isEmpty()) {
      body.addFirst(top);
      return new TableShape(
          first - 1,
          true,
          lost,
          ColumnProfiles.of(body, block.width),
          sparse(body),
          0,
          false,
          end(rows, block));
    }
    int width = header ? namedWidth(top, block.width, body) : block.width;
    return new TableShape(
        first,
        header,
        header ? names(top, width) : numbered(width),
        width == block.width ? profiles : ColumnProfiles.of(trimmed(body, width), width),
        sparse(body),
        block.width - width,
        rows.subList(0, first).stream().anyMatch(row -> row.fields()[0].startsWith("#")),
        end(rows, block));
  }

  /** Data rows may end in delimiters that the header does not have; these make no columns. */
  private static int namedWidth(String[] top, int width, List<String[]> body) {
    if (top.length >= width || body.isEmpty()) {
      return width;
    }
    for (String[] row : body) {
      for (int column = top.length; column < width; column++) {
        if (!row[column].isBlank()) {
          return width;
        }
      }
    }
    return top.length;
  }

  private static List<String[]> trimmed(List<String[]> body, int width) {
    return body.stream().map(row -> Arrays.copyOf(row, width)).toList();
  }

  /**
   * The fewest values of a row; rows at the end with a single one may be notes and do not count.
   */
  private static int sparse(List<String[]> body) {
    int sparse = Integer.MAX_VALUE;
    int lonely = Integer.MAX_VALUE;
    for (String[] fields : body) {
      int filled = 0;
      for (String field : fields) {
        filled += field.isBlank() ? 0 : 1;
      }
      if (filled > 1) {
        sparse = Math.min(sparse, Math.min(filled, lonely));
      } else {
        lonely = filled;
      }
    }
    return sparse == Integer.MAX_VALUE ? 0 : sparse;
  }

  private static Block mainBlock(List<Row> rows) {
    if (rows.stream().allMatch(row -> row.width() == 1)) {
      return new Block(0, rows.size(), 1, rows.size());
    }
    List<Block> blocks = blocks(rows);
    long largest = blocks.stream().mapToLong(Block::size).max().orElse(0);
    Block first =
        blocks.stream().filter(block -> block.size * 2 >= largest).findFirst().orElseThrow();
    // Lines of names and values are metadata when a table with a header of its own follows.
    return headsItself(first, rows)
        ? first
        : blocks.stream()
            .filter(block -> block.size > first.size && headsItself(block, rows))
            .findFirst()
            .orElse(first);
  }

  /** Cuts the rows at blank lines and where the width changes for good. */
  private static List<Block> blocks(List<Row> rows) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= rows.size(); at++) {
      boolean cut = at == rows.size() || changes(rows, from, at);
      if (cut) {
        blocks.add(block(rows, from, at));
        from = at;
      }
    }
    return merge(blocks, rows);
  }

  /** Whether the row before is blank, or three rows of another width begin here. */
  private static boolean changes(List<Row> rows, int from, int at) {
    if (rows.get(at - 1).filled() == 0) {
      return true;
    }
    int before = rows.get(at - 1).width();
    int width = rows.get(at).width();
    if (at + 2 >= rows.size() || width == before || width < 2 || before < 2 || at - from < 2) {
      return false;
    }
    return rows.get(at + 1).width() == width
        && rows.get(at + 2).width() == width
        && rows.get(at - 2).width() == before;
  }

  private static Block block(List<Row> rows, int from, int to) {
    Map<Integer, Integer> widths = new LinkedHashMap<>();
    for (Row row : rows.subList(from, to)) {
      if (row.filled() > 0) {
        widths.merge(row.width(), 1, Integer::sum);
      }
    }
    int first =
        rows.subList(from, to).stream()
            .filter(row -> row.filled() > 0)
            .findFirst()
            .map(Row::width)
            .orElse(1);
    int width = 1;
    double most = 0;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      int candidate = entry.getKey();
      double weight =
          entry.getValue() * (1 - 1.0 / candidate) * (candidate == first ? FIRST_ROW_WEIGHT : 1);
      if (weight > most) {
        width = candidate;
        most = weight;
      }
    }
    double size = 0;
    for (Row row : rows.subList(from, to)) {
      size += row.width() == width && width > 1 ? weight(row) : 0;
    }
    return new Block(from, to, width, 1 + (long) size);
  }

  /** How much a row says: values of a form count more than phrases, of which notes consist. */
  private static double weight(Row row) {
    double weight = -1;
    for (String field : row.fields()) {
      CellKind kind = CellKind.of(field);
      if (kind != CellKind.EMPTY) {
        weight += kind == CellKind.PHRASE || kind == CellKind.OTHER ? 0.5 : 1;
      }
    }
    return Math.max(0, weight);
  }

  /** Joins neighbours of one width: blank lines alone do not end a table. */
  private static List<Block> merge(List<Block> blocks, List<Row> rows) {
    List<Block> merged = new ArrayList<>();
    for (Block block : blocks) {
      Block last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.size > 1 && continues(last, block, rows)) {
        merged.removeLast();
        merged.add(block(rows, last.from, block.to));
      } else {
        merged.add(block);
      }
    }
    return merged;
  }

  private static boolean continues(Block last, Block block, List<Row> rows) {
    if (block.size <= 1) {
      return block.width <= last.width;
    }
    return block.width == last.width
        && !HeaderGuess.breaksColumns(top(block, rows), profiles(last, rows))
        && !headsItself(block, rows);
  }

  private static String[] top(Block block, List<Row> rows) {
    return rows.get(topRow(block, rows)).fields();
  }

  /** The first row as wide as the block; titles may come before it. */
  private static int topRow(Block block, List<Row> rows) {
    int row = block.from;
    while (row < block.to - 1 && rows.get(row).width() != block.width) {
      row++;
    }
    return row;
  }

  private static ColumnProfiles profiles(Block block, List<Row> rows) {
    List<String[]> body = new ArrayList<>();
    for (Row row : rows.subList(topRow(block, rows) + 1, block.to)) {
      if (row.filled() > 0) {
        body.add(row.fields());
      }
    }
    return ColumnProfiles.of(body, block.width);
  }

  /** Whether the first row of a block holds names for typed columns below. */
  private static boolean headsItself(Block block, List<Row> rows) {
    ColumnProfiles profiles = profiles(block, rows);
    return profiles.rows() > 1 && HeaderGuess.breaksColumns(top(block, rows), profiles);
  }

  /** Where another table begins behind a blank line, or no row of the sample. */
  private static int end(List<Row> rows, Block main) {
    for (Block block : blocks(rows)) {
      if (block.from >= main.to
          && block.width > 1
          && rows.get(block.from - 1).filled() == 0
          && headsItself(block, rows)) {
        return block.from;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The first row of the block that looks like one of the table. */
  private static int firstRow(List<Row> rows, Block block) {
    int typical = typicallyFilled(rows, block);
    for (int index = block.from; index < block.to; index++) {
      Row row = rows.get(index);
      int filled = row.filled();
      boolean wideEnough =
          row.width() == block.width
              || endsAt(row, block.width)
              || (block.width > 3
                  && Math.abs(row.width() - block.width) <= 1
                  && followed(rows, index, block));
      if (wideEnough && filled * 2 >= typical && (filled > 1 || typical <= 1)) {
        return index;
      }
    }
    for (int index = block.from; index < block.to; index++) {
      if (rows.get(index).width() == block.width && !rows.get(index).blank()) {
        return index;
      }
    }
    return block.from;
  }

  /** Whether a wider row has nothing but empty fields behind a column. */
  private static boolean endsAt(Row row, int width) {
    for (int index = width; index < row.width(); index++) {
      if (!row.fields()[index].isBlank()) {
        return false;
      }
    }
    return row.width() > width && width > 1;
  }

  private static boolean followed(List<Row> rows, int index, Block block) {
    return index + 1 < block.to && rows.get(index + 1).width() == block.width;
  }

  private static int typicallyFilled(List<Row> rows, Block block) {
    int[] filled =
        rows.subList(block.from, block.to).stream()
            .filter(row -> row.width() == block.width && row.filled() > 0)
            .mapToInt(Row::filled)
            .sorted()
            .toArray();
    return filled.length == 0 ? 1 : filled[filled.length / 2];
  }

  private static List<String> names(String[] top, int width) {
    List<String> names = new ArrayList<>(Arrays.asList(top));
    for (int index = names.size() - 1; index >= 0 && names.size() > width; index--) {
      if (names.get(index).isBlank()) {
        names.remove(index);
      }
    }
    while (names.size() < width) {
      names.add("");
    }
    return names;
  }

  private static List<String> numbered(int width) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < width; index++) {
      names.add("col_" + index);
    }
    return names;
  }
}
