package dev.tributary.connector.csv.internal.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A way to read text whose columns are kept apart by blanks, or by bars under a ruled header, as
 * programs print tables: each line is rewritten with one tab between two columns. Immutable and
 * thread-safe.
 */
public final class AlignedColumns implements UnaryOperator<String> {
  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 400;

  /** How many lines have to have two blanks somewhere, or the blank alone is a delimiter. */
  private static final double OFTEN = 0.2;

  /** How many lines may have something where the others have a gap: titles and notes. */
  private static final double SELDOM = 0.2;

  private static final Pattern RUN = Pattern.compile("\\S {2,}\\S");
  private static final Pattern RULE = Pattern.compile("[-=_+|: ]*(?:--|==|__)[-=_+|: ]*");
  private static final Pattern CROSSED_RULE = Pattern.compile("[-=+|: ]*[-=:][+|][-=:][-=+|: ]*");
  private static final Pattern BARS = Pattern.compile(" *\\| *");
  private static final Pattern OUTER_BARS = Pattern.compile("^ *\\|? *| *\\|? *$");
  private static final Pattern COMMENT = Pattern.compile("[#%!;]+(?: .*)?");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern WIDE_BLANKS = Pattern.compile(" {2,}");

  private final Pattern separator;
  private final int[] starts;
  private final BitSet gaps;

  private AlignedColumns(Pattern separator, int[] starts, BitSet gaps) {
    this.separator = separator;
    this.starts = starts;
    this.gaps = gaps;
  }

  /**
   * The ways in which a text may be meant.
   *
   * @param text the beginning of a file
   * @return none where its lines hold tabs or no runs of blanks
   */
  static List<AlignedColumns> in(String text) {
    List<String> lines =
        text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    List<String> rows = lines.stream().filter(line -> !isRule(line)).limit(MOST_LINES).toList();
    if (text.indexOf('\t') >= 0 || rows.size() < FEWEST_LINES) {
      return List.of();
    }
    long barred = rows.stream().filter(line -> line.indexOf('|') >= 0).count();
    if (barred * 2 > rows.size()
        && lines.stream().anyMatch(line -> CROSSED_RULE.matcher(line).matches())) {
      return List.of(new AlignedColumns(BARS, new int[0], new BitSet()));
    }
    long runs = rows.stream().filter(line -> RUN.matcher(line).find()).count();
    if (runs < rows.size() * OFTEN) {
      return List.of();
    }
    List<AlignedColumns> ways = new ArrayList<>();
    ways.add(new AlignedColumns(WIDE_BLANKS, new int[0], new BitSet()));
    ways.add(new AlignedColumns(BLANKS, new int[0], new BitSet()));
    for (BitSet gaps : List.of(usualGaps(rows), blankIn(rows, 0))) {
      AlignedColumns way = new AlignedColumns(WIDE_BLANKS, starts(gaps), gaps);
      if (way.starts.length > 1 && way.fillsEveryColumn(rows)) {
        ways.add(way);
      }
    }
    return ways;
  }

  /** Whether no column is one of a few titles alone. */
  private boolean fillsEveryColumn(List<String> rows) {
    for (int column = 0; column < starts.length; column++) {
      int from = starts[column];
      int to = column + 1 < starts.length ? starts[column + 1] : Integer.MAX_VALUE;
      long filled =
          rows.stream()
              .filter(row -> row.length() > from)
              .filter(row -> !row.substring(from, Math.min(to, row.length())).isBlank())
              .count();
      if (filled < rows.size() * SELDOM) {
        return false;
      }
    }
    return true;
  }

  /** Whether bars and rules leave no doubt. */
  boolean boxed() {
    return separator == BARS;
  }

  private static boolean isRule(String line) {
    return RULE.matcher(line).matches();
  }

  /** The places that are blank in all lines but a few, found again without these few. */
  private static BitSet usualGaps(List<String> rows) {
    BitSet usual = blankIn(rows, (int) (rows.size() * SELDOM));
    List<String> body = rows.stream().filter(line -> leavesBlank(line, usual)).toList();
    return body.size() < FEWEST_LINES ? new BitSet() : blankIn(body, 0);
  }

  private static BitSet blankIn(List<String> rows, int exceptions) {
    int width = rows.stream().mapToInt(String::length).max().orElse(0);
    int[] filled = new int[width];
    for (String line : rows) {
      for (int at = 0; at < line.length(); at++) {
        filled[at] += line.charAt(at) == ' ' ? 0 : 1;
      }
    }
    BitSet blank = new BitSet(width);
    for (int at = 0; at < width; at++) {
      blank.set(at, filled[at] <= exceptions);
    }
    return blank;
  }

  private static boolean leavesBlank(String line, BitSet gaps) {
    for (int at = gaps.nextSetBit(0); at >= 0 && at < line.length(); at = gaps.nextSetBit(at + 1)) {
      if (line.charAt(at) != ' ') {
        return false;
      }
    }
    return true;
  }

  /** Where columns begin: at the first place, and behind each gap. */
  private static int[] starts(BitSet gaps) {
    List<Integer> starts = new ArrayList<>();
    int at = gaps.nextClearBit(0);
    while (at < gaps.length()) {
      starts.add(at);
      at = gaps.nextClearBit(gaps.nextSetBit(at));
    }
    starts.add(at);
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Rewrites a line.
   *
   * @param line one line, with or without its line end
   * @return its columns with tabs between and its line end; nothing but the line end for a rule
   *     that is drawn with dashes
   */
  @Override
  public String apply(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    String content = line.substring(0, end).stripTrailing();
    return (content.isEmpty() || isRule(content) ? "" : columns(content)) + line.substring(end);
  }

  private String columns(String content) {
    if (COMMENT.matcher(content).matches()) {
      return content;
    }
    if (starts.length == 0) {
      String bare =
          separator == BARS ? OUTER_BARS.matcher(content).replaceAll("") : content.strip();
      return separator.matcher(bare).replaceAll("\t");
    }
    return leavesBlank(content, gaps) ? cut(content) : split(content);
  }

  private String cut(String content) {
    StringBuilder columns = new StringBuilder();
    for (int column = 0; column < starts.length; column++) {
      int from = Math.min(starts[column], content.length());
      int to = column + 1 < starts.length ? starts[column + 1] : content.length();
      columns.append(column == 0 ? "" : "\t");
      columns.append(
          content.substring(from, Math.max(from, Math.min(to, content.length()))).strip());
    }
    return columns.toString();
  }

  /** Names may be wider than their columns; a title stays whole. */
  private String split(String content) {
    for (Pattern blanks : List.of(separator, BLANKS)) {
      String[] values = blanks.split(content.strip(), -1);
      if (values.length == starts.length) {
        return String.join("\t", values);
      }
    }
    return content;
  }
}
