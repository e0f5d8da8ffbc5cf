package dev.tributary.nl2sql.internal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes names of tables and columns apart. */
public final class Identifiers {
  private static final Pattern SEAM =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu}{2})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  /** What shows a row is called by these words, even where they are cut short. */
  private static final Map<String, String> WHOLE =
      Map.of("nm", "name", "nme", "name", "fst", "first", "lst", "last", "ttl", "title");

  private Identifiers() {}

  /**
   * The words of a name: {@code sbTxCustId} is sb, tx, cust, id.
   *
   * @param name the name
   * @return its words in lower case
   */
  public static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : SEAM.split(name)) {
      if (!word.isEmpty()) {
        String lower = word.toLowerCase(Locale.ROOT);
        words.add(WHOLE.getOrDefault(lower, lower));
      }
    }
    return List.copyOf(words);
  }

  /**
   * How many words all names begin with in common. At least one word of each name is left over.
   *
   * @param names the words of each name
   * @return how many words; 0 for fewer than three names
   */
  public static int commonPrefix(List<List<String>> names) {
    if (names.size() < 3) {
      return 0;
    }
    int common = 0;
    while (agree(names, common)) {
      common++;
    }
    return common;
  }

  private static boolean agree(List<List<String>> names, int position) {
    List<String> first = names.get(0);
    for (List<String> name : names) {
      if (name.size() <= position + 1 || !name.get(position).equals(first.get(position))) {
        return false;
      }
    }
    return true;
  }
}
