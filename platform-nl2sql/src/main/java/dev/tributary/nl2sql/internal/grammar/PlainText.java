package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;

/** A text in which tokens are looked for one after the other, with nothing but blanks between. */
final class PlainText {
  private static final String OPERATORS = "+-*/<>=~!@#%^&|?:";

  private final String text;
  private int at;
  private char before = ' ';

  PlainText(String text) {
    this.text = text;
  }

  /** Goes past a token; false if another stands here, or may be seen to by joining it to this. */
  boolean take(Token token) {
    skipBlanks();
    String wanted = token.text();
    boolean exact = token.kind() != TokenKind.WORD;
    if (!matches(wanted, exact) && !afterNoise(wanted, exact)) {
      // A word that changes nothing may have been left out.
      return Rendering.isNoise(token);
    }
    char first = wanted.charAt(0);
    if (joins(before, first)) {
      return false;
    }
    at += wanted.length();
    before = text.charAt(at - 1);
    return true;
  }

  boolean atEnd() {
    skipBlanks();
    return at == text.length();
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
      before = ' ';
    }
  }

  private boolean matches(String wanted, boolean exact) {
    int end = at + wanted.length();
    boolean same =
        exact
            ? text.startsWith(wanted, at)
            : text.regionMatches(true, at, wanted, 0, wanted.length());
    return same
        && !(end < text.length() && isPart(text.charAt(end - 1)) && isPart(text.charAt(end)));
  }

  /** The parser may have added a word that changes nothing. */
  private boolean afterNoise(String wanted, boolean exact) {
    int start = at;
    if (matches("AS", false)) {
      at += 2;
    } else if (matches("OUTER", false) || matches("INNER", false)) {
      at += 5;
    } else {
      return false;
    }
    if (isPart(before)) {
      return false;
    }
    skipBlanks();
    boolean found = matches(wanted, exact);
    at = found ? at : start;
    return found;
  }

  /** Whether two characters side by side would be read as parts of one token. */
  private static boolean joins(char before, char first) {
    return (isPart(before) && isPart(first))
        || (OPERATORS.indexOf(before) >= 0 && OPERATORS.indexOf(first) >= 0)
        || (isQuote(before) && (isQuote(first) || isPart(first)))
        || (isQuote(first) && isPart(before));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }
}
