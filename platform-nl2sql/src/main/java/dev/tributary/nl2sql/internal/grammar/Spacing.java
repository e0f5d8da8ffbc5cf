package dev.tributary.nl2sql.internal.grammar;

import java.util.Locale;

/** Puts words and symbols together as people write them. */
final class Spacing {
  private final StringBuilder text;
  private String previous = "";

  Spacing() {
    this(2);
  }

  Spacing(int tokens) {
    this.text = new StringBuilder(8 * tokens);
  }

  void append(String token) {
    if (!token.isEmpty()) {
      text.append(previous.isEmpty() || isGlued(token) ? "" : " ").append(token);
      previous = token;
    }
  }

  private boolean isGlued(String token) {
    return endsOpen(previous)
        || switch (token.charAt(0)) {
          case ')', ',', '.', ']' -> token.length() == 1 || token.charAt(0) == ')';
          case '[' -> token.length() == 1;
          case ':' -> token.equals("::");
          case '(' -> token.length() == 1 && callsWith(previous);
          default -> false;
        };
  }

  private static boolean endsOpen(String previous) {
    return switch (previous.charAt(0)) {
      case '(', '.', '[' -> previous.length() == 1;
      case ':' -> previous.equals("::");
      default -> false;
    };
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
