package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How much a table has to do with words: how many of them its names and descriptions share. */
final class Relevance {
  private static final int NAME = 4;
  private static final int COLUMN = 2;
  private static final int SHORTEST_WORD = 3;

  private final Set<String> words;

  Relevance(List<String> texts) {
    this.words = words(texts.stream());
  }

  int of(DataTable table) {
    int score = NAME * shared(names(table.name(), table.synonyms()));
    score += shared(words(Stream.of(table.description())));
    for (DataColumn column : table.columns()) {
      score += COLUMN * shared(names(column.name(), column.synonyms()));
      score += shared(words(Stream.of(column.description())));
      score += shared(words(column.profile().samples().stream()));
    }
    return score;
  }

  private int shared(Set<String> others) {
    return (int) others.stream().filter(words::contains).count();
  }

  private static Set<String> names(String name, List<String> synonyms) {
    return words(Stream.concat(Stream.of(name), synonyms.stream()));
  }

  private static Set<String> words(Stream<String> texts) {
    Set<String> found = new HashSet<>();
    texts.forEach(text -> {
      for (String word : text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").split("[^\\p{L}\\p{N}]+")) {
        if (word.length() >= SHORTEST_WORD) {
          found.add(stem(word.toLowerCase(Locale.ROOT)));
        }
      }
    });
    return found;
  }

  /** Enough to let "countries" meet "country"; a miss costs a rank, not an answer. */
  private static String stem(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
