package dev.tributary.connector.csv.internal.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a row back in order that has too many or too few delimiters, where the kinds of the columns
 * leave no doubt: an extra empty field is taken out, two values that ran together are cut apart, or
 * text that was cut at its commas is joined, such that every value fits its column.
 */
public final class RowAligner {
  /** How much better the best repair has to fit than not to repair, as a logarithm. */
  private static final double CLEAR_GAIN = 3.0;

  private static final double ALMOST_ALWAYS = 0.9;
  private static final int LONGEST_CUT = 400;

  private final ColumnProfiles profiles;
  private final String delimiter;
  private final boolean ragged;

  /**
   * Aligns rows of a table.
   *
   * @param profiles what its columns look like
   * @param delimiter what stands between the values
   * @param ragged whether rows with too few fields are usual: then nothing ran together in them
   */
  public RowAligner(ColumnProfiles profiles, String delimiter, boolean ragged) {
    this.profiles = profiles;
    this.delimiter = delimiter;
    this.ragged = ragged;
  }

  /**
   * Repairs a row of another width.
   *
   * @param row the values
   * @return the repaired row, or empty when there is no convincing repair
   */
  public Optional<String[]> align(String[] row) {
    int width = profiles.width();
    if (profiles.rows() < 3 || width < 3) {
      return Optional.empty();
    }
    if (row.length > width) {
      Optional<String[]> joined = joined(row);
      return joined.isPresent() || row.length > width + 1 ? joined : removal(row);
    }
    return row.length == width - 1 && !ragged ? cut(row) : Optional.empty();
  }

  /** In running text a blank follows the comma: such fields belong to the one before. */
  private Optional<String[]> joined(String[] row) {
    List<String> values = new ArrayList<>();
    for (String value : row) {
      boolean goesOn = !values.isEmpty() && value.startsWith(" ") && !value.isBlank();
      values.add(goesOn ? values.removeLast() + delimiter + value : value);
    }
    return values.size() == profiles.width() && fits(values)
        ? Optional.of(values.toArray(String[]::new))
        : Optional.empty();
  }

  private boolean fits(List<String> values) {
    for (int column = 0; column < values.size(); column++) {
      CellKind kind = CellKind.of(values.get(column));
      if (profiles.typedShare(column) > ALMOST_ALWAYS
          && !kind.typed()
          && !profiles.knows(column, kind)) {
        return false;
      }
    }
    return true;
  }

  /** Sums of likelihoods of the row's values, the i-th in column i + shift. */
  private double[] sums(String[] row, int shift) {
    double[] sums = new double[row.length + 1];
    for (int index = 0; index < row.length; index++) {
      int column = index + shift;
      double likelihood =
          column < 0 || column >= profiles.width()
              ? 0
              : profiles.likelihood(column, CellKind.of(row[index]));
      sums[index + 1] = sums[index] + likelihood;
    }
    return sums;
  }

  private Optional<String[]> removal(String[] row) {
    double[] before = sums(row, 0);
    double[] after = sums(row, -1);
    int best = -1;
    double bestFit = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < row.length; index++) {
      if (row[index].isBlank()) {
        double fit = before[index] + after[row.length] - after[index + 1];
        if (fit > bestFit) {
          bestFit = fit;
          best = index;
        }
      }
    }
    double atTheEnd = before[row.length - 1];
    if (best < 0 || (best < row.length - 1 && bestFit < atTheEnd + CLEAR_GAIN)) {
      return row[row.length - 1].isBlank()
          ? Optional.of(without(row, row.length - 1))
          : Optional.empty();
    }
    return Optional.of(without(row, best));
  }

  private static String[] without(String[] row, int index) {
    String[] result = new String[row.length - 1];
    System.arraycopy(row, 0, result, 0, index);
    System.arraycopy(row, index + 1, result, index, row.length - index - 1);
    return result;
  }

  private Optional<String[]> cut(String[] row) {
    double[] before = sums(row, 0);
    double[] after = sums(row, 1);
    double padded = before[row.length] + profiles.likelihood(row.length, CellKind.EMPTY);
    double bestFit = padded;
    int bestIndex = -1;
    int bestPlace = 0;
    for (int index = 0; index < row.length; index++) {
      String value = row[index];
      double others = before[index] + after[row.length] - after[index + 1];
      if (others + CLEAR_GAIN < bestFit || value.length() > LONGEST_CUT) {
        continue;
      }
      for (int place = 0; place <= value.length(); place++) {
        double fit = others + cutFit(value, place, index);
        if (fit > bestFit) {
          bestFit = fit;
          bestIndex = index;
          bestPlace = place;
        }
      }
    }
    if (bestIndex < 0 || bestFit < padded + CLEAR_GAIN) {
      return Optional.empty();
    }
    return Optional.of(cutAt(row, bestIndex, bestPlace));
  }

  private double cutFit(String value, int place, int column) {
    String left = value.substring(0, place);
    String right = value.substring(place);
    if (place > 0 && place < value.length() && isWithinWord(value, place)) {
      return Double.NEGATIVE_INFINITY;
    }
    double fit =
        profiles.likelihood(column, CellKind.of(left))
            + profiles.likelihood(column + 1, CellKind.of(right));
    boolean seam =
        place == 0
            || place == value.length()
            || kindOf(value.charAt(place - 1)) != kindOf(value.charAt(place));
    return seam ? fit : fit - 1;
  }

  /** Two values that ran together do not meet between a letter and a small letter. */
  private static boolean isWithinWord(String value, int place) {
    return Character.isLetter(value.charAt(place - 1))
        && Character.isLowerCase(value.charAt(place));
  }

  private static int kindOf(char character) {
    if (Character.isDigit(character)) {
      return 0;
    }
    return Character.isUpperCase(character) ? 1 : Character.isLetter(character) ? 2 : 3;
  }

  private static String[] cutAt(String[] row, int index, int place) {
    String[] result = new String[row.length + 1];
    System.arraycopy(row, 0, result, 0, index);
    result[index] = row[index].substring(0, place);
    result[index + 1] = row[index].substring(place);
    System.arraycopy(row, index + 1, result, index + 2, row.length - index - 1);
    return result;
  }
}
