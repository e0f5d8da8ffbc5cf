package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Blocks.Block;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the table among the rows of a sample: titles and metadata before it are told by their width
 * and by how few values they have; of several tables the first is taken, unless a later one is more
 * than twice as large.
 */
public final class TableLocator {
  private static final double USUAL = 0.2;

  private final CsvConfig config;

  /**
   * Locates tables.
   *
   * @param config whether a header is declared
   */
  public TableLocator(CsvConfig config) {
    this.config = config;
  }

  /**
   * Locates.
   *
   * @param rows the rows of a sample, at least one
   * @return the table
   */
  public TableShape locate(List<Row> rows) {
    Blocks cutter = new Blocks(rows);
    List<Block> blocks = cutter.cut();
    Block block = mainBlock(rows, blocks, cutter);
    int end = end(rows, block, blocks, cutter);
    int first = Metadata.end(rows, block, firstRow(rows, block, cutter.profiles(block)));
    if (config.header() == CsvConfig.Header.DETECT) {
      first = Metadata.names(rows, block, first);
    }
    List<Row> body = body(rows, first, block);
    ColumnProfiles profiles = profiles(body, block.width());
    boolean ruled = !body.isEmpty() && HeaderGuess.isRule(body.getFirst().fields());
    if (ruled) {
      body.removeFirst();
      profiles = profiles(body, block.width());
    }
    boolean ragged = ragged(rows, first, block);
    int sparse = sparse(ragged ? rows.subList(first, block.to()) : body);
    String[] top = rows.get(first).fields();
    boolean header =
        switch (config.header()) {
          case PRESENT -> true;
          case ABSENT -> false;
          case DETECT -> ruled || HeaderGuess.isHeader(rows.get(first), body, profiles);
        };
    List<String> lost =
        header || config.header() != CsvConfig.Header.DETECT
            ? List.of()
            : LostHeader.find(rows, first, block.width());
    if (!lost.isEmpty()) {
      body.addFirst(rows.get(first));
      return new TableShape(
          LostHeader.row(rows, first),
          first,
          true,
          lost,
          profiles(body, block.width()),
          sparse,
          0,
          false,
          ragged(rows, first, block),
          end);
    }
    int width = header ? namedWidth(top, block.width(), ragged, body) : block.width();
    return new TableShape(
        first,
        first + (header ? 1 : 0) + (header && ruled ? 1 : 0),
        header,
        header ? names(top, width) : numbered(width),
        width == block.width() ? profiles : profiles(body, width),
        sparse,
        block.width() - width,
        rows.subList(0, first).stream().anyMatch(row -> row.fields()[0].startsWith("#")),
        ragged,
        end);
  }

  /** Data rows may end in delimiters that the header does not have; these make no columns. */
  private static int namedWidth(String[] top, int width, boolean ragged, List<Row> body) {
    int named = top.length;
    while (ragged && named > 1 && top[named - 1].isBlank()) {
      named--;
    }
    if (named >= width || body.isEmpty()) {
      return width;
    }
    for (Row row : body) {
      for (int column = named; column < width; column++) {
        if (!row.fields()[column].isBlank()) {
          return width;
        }
      }
    }
    return named;
  }

  private static List<Row> body(List<Row> rows, int first, Block block) {
    List<Row> body = new ArrayList<>();
    for (Row row : rows.subList(Math.min(first + 1, rows.size()), block.to())) {
      if (!row.blank() && row.width() == block.width()) {
        body.add(row);
      }
    }
    return body;
  }

  private static ColumnProfiles profiles(List<Row> body, int width) {
    return ColumnProfiles.of(body.stream().map(Row::kinds).toList(), width);
  }

  /**
   * The fewest values of a row; rows at the end with a single one may be notes and do not count.
   */
  private static int sparse(List<Row> body) {
    int sparse = Integer.MAX_VALUE;
    int lonely = Integer.MAX_VALUE;
    for (Row row : body) {
      int filled = row.filled();
      if (filled > 1) {
        sparse = Math.min(sparse, Math.min(filled, lonely));
      } else {
        lonely = filled;
      }
    }
    return sparse == Integer.MAX_VALUE ? 0 : sparse;
  }

  /** Whether rows with too few fields are usual: their last fields are empty, and left out. */
  private static boolean ragged(List<Row> rows, int first, Block block) {
    int all = 0;
    int narrow = 0;
    int to = block.to();
    // Narrow rows at the very end may be notes.
    while (to > first && (rows.get(to - 1).blank() || rows.get(to - 1).width() < block.width())) {
      to--;
    }
    for (Row row : rows.subList(first, to > first + 1 ? to : block.to())) {
      if (!row.blank()) {
        all++;
        narrow += row.width() < block.width() ? 1 : 0;
      }
    }
    return narrow > all * USUAL;
  }

  private static Block mainBlock(List<Row> rows, List<Block> blocks, Blocks cutter) {
    if (rows.stream().allMatch(row -> row.width() == 1)) {
      return new Block(0, rows.size(), 1, rows.size());
    }
    long largest = blocks.stream().mapToLong(Block::size).max().orElse(0);
    Block first =
        blocks.stream().filter(block -> block.size() * 2 >= largest).findFirst().orElseThrow();
    // Lines of names and values are metadata when a table with a header of its own follows.
    return cutter.headsItself(first)
        ? first
        : blocks.stream()
            .filter(block -> block.size() > first.size() && cutter.headsItself(block))
            .findFirst()
            .orElse(first);
  }

  /** Where another table begins behind a blank line, or no row of the sample. */
  private static int end(List<Row> rows, Block main, List<Block> blocks, Blocks cutter) {
    for (Block block : blocks) {
      if (block.from() >= main.to()
          && block.width() > 1
          && rows.get(block.from() - 1).filled() == 0
          && (cutter.headsItself(block) || cutter.namedLike(main, block))) {
        return block.from();
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The first row of the block that looks like one of the table. */
  private static int firstRow(List<Row> rows, Block block, ColumnProfiles profiles) {
    int typical = typicallyFilled(rows, block);
    for (int index = block.from(); index < block.to(); index++) {
      Row row = rows.get(index);
      int filled = row.filled();
      boolean wideEnough =
          row.width() == block.width()
              || endsAt(row, block.width())
              || (block.width() > 3
                  && Math.abs(row.width() - block.width()) <= 1
                  && followed(rows, index, block, profiles));
      if (wideEnough && filled * 2 >= typical && (filled > 1 || typical <= 1)) {
        return index;
      }
    }
    for (int index = block.from(); index < block.to(); index++) {
      if (rows.get(index).width() == block.width() && !rows.get(index).blank()) {
        return index;
      }
    }
    return block.from();
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

  /** Whether a row of the table comes next that holds no names itself. */
  private static boolean followed(List<Row> rows, int index, Block block, ColumnProfiles profiles) {
    return index + 1 < block.to()
        && rows.get(index + 1).width() == block.width()
        && !HeaderGuess.breaksColumns(rows.get(index + 1), profiles);
  }

  private static int typicallyFilled(List<Row> rows, Block block) {
    int[] filled =
        rows.subList(block.from(), block.to()).stream()
            .filter(row -> row.width() == block.width() && row.filled() > 0)
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
