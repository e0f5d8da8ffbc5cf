package dev.tributary.nl2sql.internal.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes stored texts apart, in the way the words of a question are. */
public final class Texts {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Texts() {}

  /**
   * The words of a text in lower case without accents.
   *
   * @param text the text
   * @return its words
   */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : GAP.split(plain(text))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  /**
   * A text in lower case without accents.
   *
   * @param text the text
   * @return the text in plain letters
   */
  public static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
