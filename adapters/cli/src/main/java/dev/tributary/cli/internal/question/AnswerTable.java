package dev.tributary.cli.internal.question;

import dev.tributary.api.query.AnswerColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as a table that is no wider than the terminal; numbers to the right. */
final class AnswerTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<AnswerColumn> columns;
  private final List<List<String>> cells = new ArrayList<>();
  private final int[] widths;
  private int shown;

  AnswerTable(List<AnswerColumn> columns, List<List<@Nullable Object>> rows, int width) {
    this.columns = columns;
    cells.add(columns.stream().map(AnswerTable::heading).toList());
    rows.forEach(row -> cells.add(row.stream().map(CellText::of).toList()));
    this.widths = new int[columns.size()];
    for (List<String> row : cells) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    this.shown = columns.size();
    fit(width);
  }

  /** The header, a rule, the rows. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(cells.getFirst()));
    lines.add(String.join(GAP, Arrays.stream(widths).limit(shown).mapToObj("-"::repeat).toList()));
    cells.stream().skip(1).forEach(row -> lines.add(line(row)));
    return lines;
  }

  /** The columns there was no place for. */
  List<String> leftOut() {
    return columns.stream().skip(shown).map(AnswerColumn::name).toList();
  }

  /** Words are cut first, the longest first; then columns are left out from the right. */
  private void fit(int width) {
    while (total() > width) {
      int widest = widestOfWords();
      if (widest >= 0) {
        widths[widest] = Math.max(NARROWEST, widths[widest] - (total() - width));
      } else if (shown > 1) {
        shown--;
      } else {
        return;
      }
    }
  }

  private int widestOfWords() {
    int widest = -1;
    for (int column = 0; column < shown; column++) {
      if (!isNumeric(column)
          && widths[column] > NARROWEST
          && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    return widest;
  }

  private int total() {
    return Arrays.stream(widths).limit(shown).sum() + GAP.length() * (shown - 1);
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < shown; column++) {
      String cell = cut(row.get(column), widths[column]);
      String pad = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : GAP).append(isNumeric(column) ? pad + cell : cell + pad);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return columns.get(column).kind() == AnswerColumn.Kind.NUMBER;
  }

  private static String heading(AnswerColumn column) {
    String name = CellText.of(column.name());
    return column.unit().isEmpty() ? name : name + " (" + CellText.of(column.unit()) + ")";
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
