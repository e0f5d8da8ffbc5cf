package dev.tributary.connector.csv.internal.parse;

import dev.tributary.connector.csv.format.CsvDialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the likeliest split of a line whose quotes or delimiters are damaged: a shortest path over
 * the places where a field can begin. Each departure from the dialect has a price (a quote taken as
 * a plain character, a missing delimiter between a quoted field and its neighbour, a quote that is
 * never closed), and so has a width other than the table's.
 */
public final class LineSplitter {
  private static final int STRAY_INSIDE = 2;
  private static final int LITERAL_OPENING = 3;
  private static final int LITERAL_PAIR = 12;
  private static final int STRAY_OUTSIDE = 1;
  private static final int PASSED_CLOSING = 5;
  private static final int MISSING_DELIMITER = 6;
  private static final int UNCLOSED = 9;
  private static final int WRONG_WIDTH = 8;
  private static final int MOST_STATES = 1_000_000;
  private static final int MOST_CLOSINGS = 12;

  private final CsvDialect dialect;
  private final String delimiter;

  /**
   * Splits lines of a dialect.
   *
   * @param dialect the dialect
   */
  public LineSplitter(CsvDialect dialect) {
    this.dialect = dialect;
    this.delimiter = dialect.delimiter();
  }

  /** A way to split the line. */
  public static final class Split {
    private final String[] fields;
    private final int price;

    private Split(List<String> fields, int price) {
      this.fields = fields.toArray(String[]::new);
      this.price = price;
    }

    /**
     * The values.
     *
     * @return the array itself, not a copy
     */
    public String[] fields() {
      return fields;
    }

    /**
     * How far the line departs from the dialect.
     *
     * @return 0 for a sound line, more the less likely the reading is
     */
    public int price() {
      return price;
    }
  }

  /** A field that begins at {@code from} as the {@code index}-th, reached at some price. */
  private record Step(int from, int to, String value, int price) {}

  /**
   * Finds the cheapest split.
   *
   * @param line the raw text
   * @param width the number of columns of the table, or 0 if it is not known yet
   * @return the split
   */
  public Split split(String line, int width) {
    if ((line.length() + 2L) * (width + 3L) > MOST_STATES) {
      return plain(line);
    }
    return new Search(line, width).run();
  }

  /** Every delimiter separates, quotes are plain characters. */
  private Split plain(String line) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
      fields.add(line.substring(from, at));
      from = at + delimiter.length();
    }
    fields.add(line.substring(from));
    return new Split(fields, UNCLOSED);
  }

  /** One search over one line: layers are field counts, nodes are places in the line. */
  private final class Search {
    private final String line;
    private final int width;
    private final int layers;
    private final int end;
    private final int[][] best;
    private final Step[][] cameBy;
    private final int[][] previous;

    Search(String line, int width) {
      this.line = line;
      this.width = width;
      this.layers = width == 0 ? 1 : width + 2;
      this.end = line.length() + 1;
      this.best = new int[layers + 1][];
      this.cameBy = new Step[layers + 1][];
      this.previous = new int[layers + 1][];
    }

    Split run() {
      for (int layer = 0; layer <= layers; layer++) {
        best[layer] = new int[end + 1];
        Arrays.fill(best[layer], Integer.MAX_VALUE);
        cameBy[layer] = new Step[end + 1];
        previous[layer] = new int[end + 1];
      }
      best[0][0] = 0;
      for (int from = 0; from < end; from++) {
        List<Step> steps = null;
        for (int layer = 0; layer <= layers; layer++) {
          if (best[layer][from] < Integer.MAX_VALUE) {
            if (steps == null) {
              steps = steps(from);
            }
            relax(layer, from, steps);
          }
        }
      }
      return trace();
    }

    private void relax(int layer, int from, List<Step> steps) {
      int next = Math.min(layer + 1, layers);
      for (Step step : steps) {
        int price = best[layer][from] + step.price + (layer == layers && width > 0 ? 1 : 0);
        if (price < best[next][step.to]) {
          best[next][step.to] = price;
          cameBy[next][step.to] = step;
          previous[next][step.to] = layer;
        }
      }
    }

    private Split trace() {
      int layer = layers;
      int price = Integer.MAX_VALUE;
      for (int candidate = 1; candidate <= layers; candidate++) {
        if (best[candidate][end] < Integer.MAX_VALUE) {
          int total =
              best[candidate][end] + (width == 0 ? 0 : WRONG_WIDTH * Math.abs(candidate - width));
          if (total < price) {
            price = total;
            layer = candidate;
          }
        }
      }
      List<String> fields = new ArrayList<>();
      int to = end;
      while (to > 0) {
        Step step = cameBy[layer][to];
        fields.add(step.value);
        layer = previous[layer][to];
        to = step.from;
      }
      Collections.reverse(fields);
      return new Split(fields, price);
    }

    private List<Step> steps(int from) {
      List<Step> steps = new ArrayList<>();
      int start = from;
      while (start < line.length() && line.charAt(start) == ' ' && delimiter.charAt(0) != ' ') {
        start++;
      }
      boolean opening =
          dialect.quoted() && start < line.length() && line.charAt(start) == dialect.quote();
      unquoted(from, opening, steps);
      if (opening) {
        quotedEnds(from, start, steps);
      }
      return steps;
    }

    private void unquoted(int from, boolean opening, List<Step> steps) {
      int stop = line.indexOf(delimiter, from);
      String value = line.substring(from, stop < 0 ? line.length() : stop);
      int quote = dialect.quoted() ? value.indexOf(dialect.quote()) : -1;
      int price = opening ? literal(value) : quote >= 0 ? STRAY_OUTSIDE : 0;
      steps.add(new Step(from, stop < 0 ? end : stop + delimiter.length(), value, price));
      if (!opening && quote > 0) {
        steps.add(new Step(from, from + quote, value.substring(0, quote), MISSING_DELIMITER));
      }
    }

    /** What it costs to take quotes at the start of a field, or all around it, as characters. */
    private int literal(String value) {
      String text = value.strip();
      boolean around = text.length() > 1 && text.charAt(text.length() - 1) == dialect.quote();
      return around ? LITERAL_PAIR : LITERAL_OPENING;
    }

    private void quotedEnds(int from, int opening, List<Step> steps) {
      char quote = dialect.quote();
      StringBuilder value = new StringBuilder();
      int price = 0;
      int closings = 0;
      int at = opening + 1;
      while (at < line.length() && closings < MOST_CLOSINGS) {
        char character = line.charAt(at);
        if (dialect.escaped() && character == dialect.escape() && at + 1 < line.length()) {
          value.append(line.charAt(at + 1));
          at += 2;
        } else if (character != quote) {
          value.append(character);
          at++;
        } else if (at + 1 < line.length() && line.charAt(at + 1) == quote) {
          steps.add(new Step(from, at + 1, value.toString(), price + MISSING_DELIMITER + 1));
          closings++;
          if (closesAt(at + 2)) {
            // The pair may be a stray quote before the closing one.
            steps.add(new Step(from, after(at + 2), value + "" + quote, price + STRAY_INSIDE));
          }
          value.append(quote);
          at += 2;
        } else if (closesAt(at + 1)) {
          steps.add(new Step(from, after(at + 1), value.toString(), price));
          closings++;
          price += PASSED_CLOSING;
          value.append(quote);
          at++;
        } else {
          steps.add(new Step(from, at + 1, value.toString(), price + MISSING_DELIMITER));
          closings++;
          price += STRAY_INSIDE;
          value.append(quote);
          at++;
        }
      }
      if (at >= line.length()) {
        steps.add(new Step(from, end, value.toString(), price + UNCLOSED));
      }
    }

    private boolean closesAt(int at) {
      return at >= line.length() || line.startsWith(delimiter, at);
    }

    private int after(int at) {
      return at >= line.length() ? end : at + delimiter.length();
    }
  }
}
