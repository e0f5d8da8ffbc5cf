package dev.tributary.nl2sql.internal.ground;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Names of one thing, each with how well it fits; of equal names the best. */
final class Names {
  private final Map<String, Double> strengths = new LinkedHashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();

  void put(List<String> name, double strength) {
    if (!name.isEmpty()) {
      String key = key(name);
      strengths.merge(key, strength, Math::max);
      words.putIfAbsent(key, name);
    }
  }

  boolean has(List<String> name) {
    return strengths.containsKey(key(name));
  }

  void each(BiConsumer<List<String>, Double> action) {
    strengths.forEach(
        (key, strength) -> action.accept(words.getOrDefault(key, List.of()), strength));
  }

  private static String key(List<String> name) {
    return String.join(" ", new TreeSet<>(name));
  }
}
