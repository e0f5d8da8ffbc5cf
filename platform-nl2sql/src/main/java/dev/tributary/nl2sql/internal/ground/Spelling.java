package dev.tributary.nl2sql.internal.ground;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words of names a misspelt word may stand for. */
final class Spelling {
  private static final int SHORTEST = 5;

  private final List<String> known;

  Spelling(Set<String> known) {
    this.known = List.copyOf(known).stream().sorted().toList();
  }

  /** The one known word that is a single slip away. */
  Optional<String> corrected(String word) {
    if (word.length() < SHORTEST) {
      return Optional.empty();
    }
    List<String> near =
        known.stream()
            .filter(other -> other.length() >= SHORTEST - 1 && distance(word, other) == 1)
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  List<String> nearest(String word) {
    return known.stream()
        .filter(other -> other.length() > 2 && distance(word, other) <= 1 + word.length() / 3)
        .sorted(
            Comparator.<String>comparingInt(other -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /** Slips between two words: letters added, lost, changed, or two next to each other swapped. */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, 1 + d[i - 2][j - 2]);
        }
        d[i][j] = best;
      }
    }
    return d[a.length()][b.length()];
  }
}
