package dev.tributary.nl2sql.internal.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Narrows a question down to a value of which nobody says of what: "what about Germany?". The value
 * takes the place of another one if that gives a query with as many values, and is added otherwise.
 * Whether the words are a value, the SQL tells: it has a text that it had not before.
 */
final class Narrowed {
  private static final List<String> LINKS = List.of("for", "in", "from", "of", "with");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

  private Narrowed() {}

  /**
   * Narrows a question down.
   *
   * @param earlier the question
   * @param value what to narrow it down to
   * @param sql the SQL of a question, if it has any
   * @return the question in full, if the words are a value
   */
  static Optional<String> of(String earlier, String value, Function<String, Optional<String>> sql) {
    List<String> before = sql.apply(earlier).map(Narrowed::texts).orElse(List.of());
    for (String link : LINKS) {
      Matcher scope = Phrases.scopeWithin(link).matcher(earlier);
      if (scope.find()) {
        String rest = earlier.substring(scope.end()).strip();
        String full =
            (earlier.substring(0, scope.start()) + link + " " + value + " " + rest).strip();
        if (adds(sql.apply(full), before, before.size())) {
          return Optional.of(full);
        }
      }
    }
    String bare = earlier.replaceAll("[?.! ]+$", "");
    return LINKS.stream()
        .map(link -> bare + " " + link + " " + value)
        .filter(full -> adds(sql.apply(full), before, before.size() + 1))
        .findFirst();
  }

  private static boolean adds(Optional<String> sql, List<String> before, int count) {
    List<String> texts = sql.map(Narrowed::texts).orElse(List.of());
    return texts.size() == count && !before.containsAll(texts);
  }

  private static List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    Matcher text = TEXT.matcher(sql);
    while (text.find()) {
      texts.add(text.group());
    }
    return texts;
  }
}
