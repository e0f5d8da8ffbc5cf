package dev.tributary.nl2sql.internal.grammar;

import java.util.Locale;
import java.util.Set;

/** Puts words and symbols together as people write them. */
final class Spacing {
  private static final Set<String> NO_BLANK_BEFORE = Set.of(",", ".", "]", "::", "[");
  private static final Set<String> NO_BLANK_AFTER = Set.of("(", ".", "[", "::");

  private final StringBuilder text = new StringBuilder();
  private String previous = "";

  void append(String token) {
    if (!token.isEmpty()) {
      text.append(previous.isEmpty() || isGlued(token) ? "" : " ").append(token);
      previous = token;
    }
  }

  private boolean isGlued(String token) {
    return token.startsWith(")")
        || NO_BLANK_BEFORE.contains(token)
        || NO_BLANK_AFTER.contains(previous)
        || (token.equals("(") && callsWith(previous));
  }

  private static boolean callsWith(String previous) {
    char last = previous.charAt(previous.length() - 1);
    boolean name = Character.isLetterOrDigit(last) || last == '_' || last == '"' || last == '`';
    String word = previous.substring(previous.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return name && !Keywords.beforeBracket(word) && !Character.isDigit(previous.charAt(0));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
