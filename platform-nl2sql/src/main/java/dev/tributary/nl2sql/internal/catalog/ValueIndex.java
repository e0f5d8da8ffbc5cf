package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.nl2sql.internal.words.Stems;
import dev.tributary.nl2sql.internal.words.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds stored texts by their words. Immutable once built. */
public final class ValueIndex {
  /** How many words a text may have to be found by the words of a question. */
  public static final int MAX_WORDS = 10;

  private final Map<String, List<StoredValue>> byWords = new HashMap<>();
  private final Map<String, List<StoredValue>> byStems = new HashMap<>();
  private final Stems stems;

  ValueIndex(Stems stems) {
    this.stems = stems;
  }

  /**
   * An index without texts.
   *
   * @return the index
   */
  public static ValueIndex empty() {
    return new ValueIndex(new Stems());
  }

  void add(StoredValue value) {
    List<String> words = Texts.words(value.text());
    if (words.isEmpty() || words.size() > MAX_WORDS) {
      return;
    }
    byWords.computeIfAbsent(String.join(" ", words), key -> new ArrayList<>()).add(value);
    byStems.computeIfAbsent(stemmed(words), key -> new ArrayList<>()).add(value);
  }

  /**
   * The texts that consist of these words.
   *
   * @param words words in lower case without accents
   * @return the texts
   */
  public List<StoredValue> exact(List<String> words) {
    return byWords.getOrDefault(String.join(" ", words), List.of());
  }

  /**
   * The texts whose words have the same stems.
   *
   * @param words words in lower case without accents
   * @return the texts
   */
  public List<StoredValue> similar(List<String> words) {
    return byStems.getOrDefault(stemmed(words), List.of());
  }

  private String stemmed(List<String> words) {
    return words.stream().map(stems::of).collect(Collectors.joining(" "));
  }
}
