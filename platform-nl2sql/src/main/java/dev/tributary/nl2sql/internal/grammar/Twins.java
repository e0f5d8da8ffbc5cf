package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.list.SectionedText;
import dev.tributary.nl2sql.internal.scan.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The twins of a dialect, found by the words they begin with. Immutable. */
public final class Twins {
  private final Map<String, List<Twin>> byFirstWord = new HashMap<>();

  private final boolean[] lengths = new boolean[32];

  private Twins() {}

  /**
   * Reads the twins of a dialect.
   *
   * @param dialect the section of the table
   * @param names whether twins may leave out names, which then are not examined
   * @return its twins
   */
  public static Twins of(String dialect, boolean names) {
    Twins twins = new Twins();
    SectionedText.read(Twins.class, "twins.txt").getOrDefault(dialect, List.of()).stream()
        .map(Twin::parse)
        .filter(twin -> names || !twin.hasNames())
        .forEach(twins::add);
    return twins;
  }

  /** Most words are told from the first words of the table by their length alone. */
  private boolean mayBegin(String text) {
    return text.length() < lengths.length && lengths[text.length()];
  }

  private void add(Twin twin) {
    for (String element : twin.written()) {
      for (String word : element.replaceAll("[\\[\\]]", "").split("\\|")) {
        lengths[word.length()] = true;
        byFirstWord
            .computeIfAbsent(word.toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
            .add(twin);
      }
      if (!element.startsWith("[")) {
        return;
      }
    }
  }

  /** Finds the twin that fits a place of a statement, in the order of the table. */
  @Nullable Twin at(List<Token> tokens, int place) {
    String text = tokens.get(place).text();
    if (!mayBegin(text)) {
      return null;
    }
    String word = text.toLowerCase(Locale.ROOT);
    for (Twin twin : byFirstWord.getOrDefault(word, List.of())) {
      if (twin.length(tokens, place) > 0) {
        return twin;
      }
    }
    return null;
  }
}
