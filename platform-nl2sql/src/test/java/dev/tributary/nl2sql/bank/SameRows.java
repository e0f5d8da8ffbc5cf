package dev.tributary.nl2sql.bank;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether rows hold other rows: the same ones, in columns of any order among others. */
final class SameRows {
  private static final MathContext DIGITS = new MathContext(6);

  private SameRows() {}

  static boolean hold(List<List<Object>> rows, List<List<Object>> wanted, boolean sorted) {
    if (rows.size() != wanted.size()) {
      return false;
    }
    return wanted.isEmpty() || fit(columns(rows), columns(wanted), new ArrayList<>(), sorted);
  }

  private static List<List<String>> columns(List<List<Object>> rows) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      List<String> column = new ArrayList<>();
      for (List<Object> row : rows) {
        column.add(word(row.get(i)));
      }
      columns.add(column);
    }
    return columns;
  }

  /** Tries every way to find the wanted columns among those there are. */
  private static boolean fit(
      List<List<String>> have, List<List<String>> wanted, List<Integer> chosen, boolean sorted) {
    if (chosen.size() == wanted.size()) {
      return equal(chosen.stream().map(have::get).toList(), wanted, sorted);
    }
    List<String> next = wanted.get(chosen.size());
    Set<List<String>> tried = new HashSet<>();
    for (int i = 0; i < have.size(); i++) {
      if (!chosen.contains(i)
          && tried.add(have.get(i))
          && equal(List.of(have.get(i)), List.of(next), sorted)) {
        List<Integer> more = new ArrayList<>(chosen);
        more.add(i);
        if (fit(have, wanted, more, sorted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean equal(List<List<String>> have, List<List<String>> wanted, boolean sorted) {
    List<List<String>> left = rows(have);
    List<List<String>> right = rows(wanted);
    if (!sorted) {
      left.sort((a, b) -> a.toString().compareTo(b.toString()));
      right.sort((a, b) -> a.toString().compareTo(b.toString()));
    }
    return left.equals(right);
  }

  private static List<List<String>> rows(List<List<String>> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(0).size(); row++) {
      List<String> values = new ArrayList<>();
      for (List<String> column : columns) {
        values.add(column.get(row));
      }
      rows.add(values);
    }
    return rows;
  }

  private static String word(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).round(DIGITS).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
