package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.detect.Sample.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds names in the line before the first row of data where that line is no row of the table: it
 * was written with another delimiter, it lacks a name for a first column of row numbers, or blank
 * lines keep it apart.
 */
final class LostHeader {
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", " ");

  private LostHeader() {}

  /** The names, or none where the line holds no names. */
  static List<String> find(List<Row> rows, int firstRow, int width) {
    if (firstRow == 0 || width < 3) {
      return List.of();
    }
    Row row = rows.get(row(rows, firstRow));
    String[] before = row.fields();
    if (before.length == width && row.filled() * 3 >= width * 2) {
      boolean typed = Arrays.stream(row.kinds()).anyMatch(CellKind::typed);
      return typed ? List.of() : List.of(before);
    }
    if (before.length == 1) {
      for (String delimiter : DELIMITERS) {
        List<String> names = split(before[0], delimiter);
        if (names.size() == width && areNames(names)) {
          return names;
        }
      }
    }
    if (before.length == width - 1 && areNames(Arrays.asList(before))) {
      List<String> names = new ArrayList<>(Arrays.asList(before));
      names.addFirst("");
      return names;
    }
    return List.of();
  }

  /** The last row before the data that is not blank, or the one right before it. */
  static int row(List<Row> rows, int firstRow) {
    int row = firstRow - 1;
    while (row > 0 && rows.get(row).blank()) {
      row--;
    }
    return rows.get(row).blank() ? firstRow - 1 : row;
  }

  private static List<String> split(String line, String delimiter) {
    return Arrays.stream(line.split(Pattern.quote(delimiter), -1))
        .map(name -> name.matches("\".*\"") ? name.substring(1, name.length() - 1) : name)
        .toList();
  }

  private static boolean areNames(List<String> names) {
    return names.stream().distinct().count() == names.size()
        && names.stream()
            .map(CellKind::of)
            .noneMatch(kind -> kind.typed() || kind == CellKind.EMPTY);
  }
}
