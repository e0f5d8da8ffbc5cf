package dev.tributary.connector.csv.internal.folder;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which states of files that are gone need not be kept. */
final class Vanished {
  /** How many states of files that are gone are kept, the latest. */
  static final int MOST_KEPT = 1000;

  private Vanished() {}

  static List<String> toForget(Map<String, FileState> known, List<DropFile> files) {
    Set<String> present = new HashSet<>();
    files.forEach(file -> present.add(file.partition()));
    return known.entrySet().stream()
        .filter(entry -> !present.contains(entry.getKey()))
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<String, FileState> entry) -> -entry.getValue().stat().modified()))
        .skip(MOST_KEPT)
        .map(Map.Entry::getKey)
        .toList();
  }
}
