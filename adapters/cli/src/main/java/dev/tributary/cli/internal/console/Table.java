package dev.tributary.cli.internal.console;

import java.util.ArrayList;
import java.util.List;

/** A table of text with aligned columns: numbers to the right, words to the left. */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param header the names of its columns
   */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are columns; printed as their text form
   * @return this table
   */
  public Table row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + header.size());
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Number number ? grouped(number) : String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  /**
   * Draws it.
   *
   * @return its lines: the header, a rule, the rows
   */
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(header, widths));
    StringBuilder rule = new StringBuilder();
    for (int width : widths) {
      rule.append(rule.isEmpty() ? "" : GAP).append("-".repeat(width));
    }
    lines.add(rule.toString());
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String pad = " ".repeat(widths[column] - cell.length());
      line.append(column == 0 ? "" : GAP).append(isNumeric(column) ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
  }

  private int[] widths() {
    int[] widths = header.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }

  private static boolean isNumber(String cell) {
    return cell.chars().allMatch(c -> Character.isDigit(c) || c == ',' || c == '-');
  }

  private static String grouped(Number number) {
    return "%,d".formatted(number.longValue());
  }
}
