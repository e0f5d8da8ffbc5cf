package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well a dialect explains a sample, from 0 to about 1. */
final class DialectScore {
  private static final int MOST_ROWS = 400;
  private static final double OTHER_WIDTH = 0.25;

  /** How much it says that the first line is as wide as the others: it may hold the names. */
  private static final double HEADED = 1.5;

  /** A value that still stands in quotes speaks against the dialect that left them there. */
  private static final double WRAPPED = -3;

  private DialectScore() {}

  static double of(CsvDialect dialect, List<Row> all) {
    List<Row> rows = all.stream().filter(row -> !row.blank()).limit(MOST_ROWS).toList();
    Map<Integer, Integer> widths = new HashMap<>();
    double trust = 0;
    double weight = 0;
    int damaged = 0;
    int typed = 0;
    int cells = 0;
    int wide = 0;
    for (Row row : rows) {
      int filled = row.filled();
      if (row.width() > 1 && filled > 0) {
        wide++;
        if (filled > 1) {
          widths.merge(row.width(), 1, Integer::sum);
        }
      }
      damaged += row.damaged() ? 1 : 0;
      CellKind[] rowKinds = row.kinds();
      for (int index = 0; index < rowKinds.length; index++) {
        CellKind kind = rowKinds[index];
        // An empty field says little: a wrong delimiter makes many of them.
        double share = kind == CellKind.EMPTY ? 0.2 : 1;
        trust += share * (wrapped(row.fields()[index]) ? WRAPPED : kind.trust());
        weight += share;
        typed += kind.typed() || kind == CellKind.CODE ? 1 : 0;
        cells += kind == CellKind.EMPTY ? 0 : 1;
      }
    }
    if (wide == 0) {
      return 0;
    }
    double pattern = pattern(widths, rows, wide);
    double kinds = weight == 0 ? 0 : Math.max(0, trust / weight);
    // Commas in now and then a line are those of sentences.
    double prose = typed == 0 && wide * 2 < rows.size() ? 0.5 : 1;
    double sound = 1 - 0.8 * damaged / rows.size();
    return pattern
        * kinds
        * kinds
        * sound
        * prose
        * prior(dialect, (double) typed / Math.max(1, cells));
  }

  private static boolean wrapped(String field) {
    int last = field.length() - 1;
    return last > 0
        && field.charAt(0) == field.charAt(last)
        && (field.charAt(0) == '"' || field.charAt(0) == '\'');
  }

  private static double pattern(Map<Integer, Integer> widths, List<Row> rows, int wide) {
    int all = rows.size();
    double best = 0;
    int most = 0;
    int usual = 0;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      int width = entry.getKey();
      double value = (double) entry.getValue() / all * (width - 1) / width;
      if (value > best) {
        best = value;
        most = entry.getValue();
        usual = width;
      }
    }
    double headed = rows.getFirst().width() == usual ? HEADED : 1;
    return headed * best + OTHER_WIDTH * (wide - most) / all / 2;
  }

  /** Characters that stand in plain text need more evidence than the usual delimiters. */
  private static double prior(CsvDialect dialect, double typedShare) {
    double quote = dialect.quote() == '"' ? 1 : dialect.quoted() ? 0.98 : 0.55;
    double escape = dialect.escaped() ? 0.99 : 1;
    double delimiter =
        switch (dialect.delimiter()) {
          case ",", ";", "\t", "|" -> 1;
          case " ", ":" -> typedShare < 0.25 ? 0.1 : 0.75;
          case "#", "&", "*", "!", "=>", "<>" -> 0.6;
          default -> dialect.delimiter().length() > 1 ? 1.05 : 0.9;
        };
    return quote * escape * delimiter;
  }
}
