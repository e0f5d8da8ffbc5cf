package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Tells names from data: a first row whose values do not fit the columns below is a header; one
 * whose values do is data. Where columns have no form of their own, distinct names that never come
 * back as values are taken for a header.
 */
public final class HeaderGuess {
  private static final double CLEARLY = 0.6;

  private HeaderGuess() {}

  static boolean isHeader(Row first, List<Row> body, ColumnProfiles profiles) {
    String[] top = first.fields();
    if (body.isEmpty()) {
      return namesOnly(top);
    }
    int against = 0;
    int speakingFor = 0;
    int years = 0;
    int columns = Math.min(top.length, profiles.width());
    for (int column = 0; column < columns; column++) {
      CellKind kind = first.kinds()[column];
      if (kind == CellKind.EMPTY || profiles.typedShare(column) < CLEARLY) {
        continue;
      }
      if (isYear(top[column])) {
        years++;
      } else if (kind.typed()) {
        against++;
      } else {
        speakingFor++;
      }
    }
    if (speakingFor > 0 || against > 0) {
      return speakingFor >= against;
    }
    return years > 0 ? years > 1 && increasing(top) : namesByForm(top, body, profiles);
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
      if (CellKind.of(name).typed()) {
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
