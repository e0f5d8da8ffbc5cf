package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Tells names from data: a first row whose values do not fit the columns below is a header; one
 * whose values do is data. Where columns have no form of their own, distinct names that never come
 * back as values are taken for a header.
 */
public final class HeaderGuess {
  private static final double CLEARLY = 0.6;
  private static final double SELDOM = 0.05;
  private static final int ENOUGH_ROWS = 5;
  private static final Pattern MISSING =
      Pattern.compile("(?i)n\\.?/?a\\.?n?|#n/a|null|nil|none|missing|unknown|\\W+");

  /** A few dashes alone may stand for a missing value. */
  private static final int SHORT = 4;

  private static final Pattern RULE = Pattern.compile("-+|=+|_+");

  private HeaderGuess() {}

  static boolean isHeader(Row first, List<Row> body, ColumnProfiles profiles) {
    String[] top = first.fields();
    if (body.isEmpty()) {
      return namesOnly(top);
    }
    int against = 0;
    int speakingFor = 0;
    int counted = 0;
    int odd = 0;
    int columns = Math.min(top.length, profiles.width());
    boolean series = isSeries(top) && !isSeries(body.getFirst().fields());
    for (int column = 0; column < columns; column++) {
      CellKind kind = first.kinds()[column];
      if (kind == CellKind.EMPTY) {
        continue;
      }
      if (kind.numeric() && (series || isYearAbove(top[column], column, body))) {
        counted++;
      } else if (profiles.typedShare(column) >= CLEARLY) {
        if (kind.typed() && !isStranger(kind, column, profiles)) {
          against++;
          odd += isOdd(kind, column, profiles) ? 1 : 0;
        } else if (isCertain(first.fields()[column], kind, column, profiles)) {
          return true;
        } else {
          speakingFor++;
        }
      } else if (isCertain(first.fields()[column], kind, column, profiles)) {
        return true;
      }
    }
    if (series) {
      speakingFor += counted;
    }
    if (odd >= 3 && odd == against) {
      return true;
    }
    if (speakingFor > 0 || against > 0) {
      return speakingFor >= against;
    }
    return counted > 1 ? increasing(top) : namesByForm(top, body, profiles);
  }

  /** Whether a word stands above many values that are all typed, or all codes. */
  private static boolean isCertain(
      String value, CellKind kind, int column, ColumnProfiles profiles) {
    boolean formed =
        profiles.typedShare(column) > 1 - SELDOM
            || (kind == CellKind.WORD && profiles.share(column, CellKind.CODE) > 1 - SELDOM);
    return formed
        && (kind == CellKind.WORD || kind == CellKind.PHRASE)
        && profiles.rows() >= ENOUGH_ROWS
        && !MISSING.matcher(value.strip()).matches();
  }

  /** Whether a whole number stands above many that have fractions. */
  private static boolean isOdd(CellKind kind, int column, ColumnProfiles profiles) {
    return kind == CellKind.INTEGER
        && profiles.rows() >= ENOUGH_ROWS
        && profiles.share(column, CellKind.INTEGER) == 0;
  }

  /** Whether a date stands above numbers, or the other way round. */
  private static boolean isStranger(CellKind kind, int column, ColumnProfiles profiles) {
    double alike = 0;
    for (CellKind other : CellKind.values()) {
      if (other.typed() && other.numeric() == kind.numeric()) {
        alike += profiles.share(column, other);
      }
    }
    return alike < SELDOM;
  }

  /** Whether a value is a year, and those below it are not. */
  private static boolean isYearAbove(String value, int column, List<Row> body) {
    return isYear(value)
        && body.stream().filter(row -> isYear(row.fields()[column])).count() * 2 < body.size();
  }

  /** Whether the numbers of a row, at least three, rise or fall by the same step. */
  private static boolean isSeries(String[] row) {
    int members = 0;
    double last = 0;
    double step = 0;
    for (String value : row) {
      if (!value.strip().matches("[-+]?\\d{1,9}(?:[.]\\d{1,6})?")) {
        continue;
      }
      double number = Double.parseDouble(value.strip());
      if (members == 1) {
        step = number - last;
      } else if (members > 1 && Math.abs(number - last - step) > Math.abs(step) * SELDOM) {
        return false;
      }
      last = number;
      members++;
    }
    return members >= 3 && step != 0;
  }

  /**
   * Tells whether a later row looks like the header of another table: names where the table has
   * numbers, dates or times.
   *
   * @param row the values
   * @param profiles the columns of the table
   * @return true if at least half of the typed columns hold a word instead
   */
  public static boolean breaksColumns(String[] row, ColumnProfiles profiles) {
    return breaksColumns(profiles, row.length, column -> CellKind.of(row[column]));
  }

  static boolean breaksColumns(Row row, ColumnProfiles profiles) {
    return breaksColumns(profiles, row.width(), column -> row.kinds()[column]);
  }

  private static boolean breaksColumns(
      ColumnProfiles profiles, int width, IntFunction<CellKind> kinds) {
    int typedColumns = 0;
    int words = 0;
    for (int column = 0; column < Math.min(width, profiles.width()); column++) {
      if (profiles.typedShare(column) > 0.9) {
        CellKind kind = kinds.apply(column);
        typedColumns++;
        words += kind == CellKind.EMPTY || kind.typed() ? 0 : 1;
      }
    }
    return typedColumns > 0 && words * 2 >= typedColumns;
  }

  /**
   * Tells the rule that some programs draw under the names.
   *
   * @param row the values of a row
   * @return true if its values are nothing but dashes or the like, most of them or the first alone
   */
  public static boolean isRule(String[] row) {
    int filled = 0;
    int longest = 0;
    for (String value : row) {
      if (!value.isBlank()) {
        filled++;
        longest = Math.max(longest, value.strip().length());
        if (!RULE.matcher(value.strip()).matches()) {
          return false;
        }
      }
    }
    return longest > 1 && (filled * 2 > row.length || (filled == 1 && longest > SHORT));
  }

  private static boolean namesOnly(String[] top) {
    for (String name : top) {
      if (CellKind.of(name).typed()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isYear(String text) {
    return text.strip().matches("(?:19|20)\\d\\d");
  }

  private static boolean increasing(String[] top) {
    int last = 0;
    int direction = 0;
    for (String name : top) {
      if (isYear(name)) {
        int year = Integer.parseInt(name.strip());
        if (last != 0 && year != last) {
          int now = year > last ? 1 : -1;
          if (direction != 0 && now != direction) {
            return false;
          }
          direction = now;
        }
        last = year;
      }
    }
    return direction != 0;
  }

  /** No column is typed: compare lengths, codes and repetition. */
  private static boolean namesByForm(String[] top, List<Row> body, ColumnProfiles profiles) {
    Set<String> seen = new HashSet<>();
    int votes = 0;
    for (int column = 0; column < Math.min(top.length, profiles.width()); column++) {
      String name = top[column].strip();
      if (name.isEmpty()) {
        continue;
      }
      if (!seen.add(name)) {
        votes--;
      }
      CellKind kind = CellKind.of(name);
      if (isYearAbove(top[column], column, body)) {
        continue;
      }
      if (kind.typed() || kind == CellKind.ADDRESS) {
        votes--;
      }
      votes += againstColumn(name, column, body);
    }
    return votes >= 0;
  }

  private static int againstColumn(String name, int column, List<Row> body) {
    int same = 0;
    boolean fixedLength = true;
    int length = -1;
    int filled = 0;
    for (Row row : body) {
      String value = row.fields()[column].strip();
      if (!value.isEmpty()) {
        filled++;
        same += value.equals(name) ? 1 : 0;
        fixedLength &= length < 0 || length == value.length();
        length = value.length();
      }
    }
    int vote = same > 0 ? -1 : 0;
    if (filled >= 3 && fixedLength) {
      vote += length == name.length() ? -1 : 1;
    }
    return vote;
  }
}
