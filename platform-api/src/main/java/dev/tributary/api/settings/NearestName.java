package dev.tributary.api.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the known name that a misspelt one most likely meant: the one with the fewest letters left
 * out, added, replaced or swapped with the next (optimal string alignment; F. J. Damerau, 1964).
 */
public final class NearestName {
  private NearestName() {}

  /**
   * Finds the nearest of some names.
   *
   * @param name what was written
   * @param known what could have been written
   * @return the nearest name, unless it differs in more than a third of its letters
   */
  public static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> isNear(name, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String name, String candidate) {
    int most = Math.max(1, candidate.length() / 3);
    return Math.abs(name.length() - candidate.length()) <= most
        && distance(name, candidate) <= most;
  }

  private static int distance(String left, String right) {
    int[] beforePrevious = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced =
            previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
        if (isSwap(left, row, right, column)) {
          current[column] = Math.min(current[column], beforePrevious[column - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[right.length()];
  }

  private static boolean isSwap(String left, int row, String right, int column) {
    return row > 1
        && column > 1
        && left.charAt(row - 1) == right.charAt(column - 2)
        && left.charAt(row - 2) == right.charAt(column - 1);
  }
}
