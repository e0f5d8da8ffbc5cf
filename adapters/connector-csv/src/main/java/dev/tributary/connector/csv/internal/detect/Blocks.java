package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts the rows of a sample into blocks of which each may be a table. */
final class Blocks {
  /** How much more the width of a block's first row counts: it may hold the names. */
  private static final double FIRST_ROW_WEIGHT = 1.25;

  private static final int ENOUGH_ROWS = 100;

  private final List<Row> rows;

  Blocks(List<Row> rows) {
    this.rows = rows;
  }

  /** Rows of one width, blank lines within not counted. */
  record Block(int from, int to, int width, long size) {}

  /** Cuts the rows at blank lines and where the width changes for good. */
  List<Block> cut() {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= rows.size(); at++) {
      boolean cut = at == rows.size() || changes(from, at);
      if (cut) {
        blocks.add(block(from, at));
        from = at;
      }
    }
    return merge(blocks);
  }

  /** Whether the row before is blank, or three rows of another width begin here. */
  private boolean changes(int from, int at) {
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
        && rows.get(at - 2).width() == before
        && isNew(width, from, at);
  }

  /** Whether a width is not one that the rows of a block have now and then. */
  private boolean isNew(int width, int from, int at) {
    long alike = rows.subList(from, at).stream().filter(row -> row.width() == width).count();
    return alike * 10 <= at - from;
  }

  private Block block(int from, int to) {
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
    int filled = widths.values().stream().mapToInt(Integer::intValue).sum();
    if (first > 1 && widths.getOrDefault(width, 0) * 2 < filled) {
      // Rows of any width: the first one says how many columns there are.
      width = first;
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
    for (CellKind kind : row.kinds()) {
      if (kind != CellKind.EMPTY) {
        weight += kind == CellKind.PHRASE || kind == CellKind.OTHER ? 0.5 : 1;
      }
    }
    return Math.max(0, weight);
  }

  /** Joins neighbours of one width: blank lines alone do not end a table. */
  private List<Block> merge(List<Block> blocks) {
    List<Block> merged = new ArrayList<>();
    for (Block block : blocks) {
      Block last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && last.size > 1 && continues(last, block)) {
        merged.removeLast();
        merged.add(new Block(last.from, block.to, last.width, last.size + block.size - 1));
      } else {
        merged.add(block);
      }
    }
    return merged;
  }

  private boolean continues(Block last, Block block) {
    if (block.size <= 1) {
      return block.width <= last.width;
    }
    return block.width == last.width
        && !HeaderGuess.breaksColumns(top(block), profiles(last))
        && !headsItself(block)
        && !namedLike(last, block);
  }

  private Row top(Block block) {
    return rows.get(topRow(block));
  }

  /** The first row as wide as the block; titles may come before it, alone in a row of cells. */
  private int topRow(Block block) {
    int least = Math.min(block.width, 2);
    int row = block.from;
    while (row < block.to - 1
        && (rows.get(row).width() != block.width || rows.get(row).filled() < least)) {
      row++;
    }
    return row;
  }

  /** Whether a later block begins with most names of an earlier one, and others beside them. */
  boolean namedLike(Block earlier, Block later) {
    String[] names = top(earlier).fields();
    String[] others = top(later).fields();
    int same = 0;
    int filled = 0;
    for (int column = 0; column < Math.min(names.length, others.length); column++) {
      boolean empty = names[column].isBlank();
      filled += empty ? 0 : 1;
      same += !empty && names[column].equals(others[column]) ? 1 : 0;
    }
    return same > 1 && same * 2 > filled && same < filled;
  }

  /** What the first rows of a block hold, its top row left out. */
  ColumnProfiles profiles(Block block) {
    List<CellKind[]> body = new ArrayList<>();
    int from = topRow(block) + 1;
    for (Row row : rows.subList(from, Math.min(block.to, from + ENOUGH_ROWS))) {
      if (row.filled() > 0 && row.width() == block.width) {
        body.add(row.kinds());
      }
    }
    return ColumnProfiles.of(body, block.width);
  }

  /** Whether the first row of a block holds names for typed columns below. */
  boolean headsItself(Block block) {
    ColumnProfiles profiles = profiles(block);
    return profiles.rows() > 1 && HeaderGuess.breaksColumns(top(block), profiles);
  }
}
