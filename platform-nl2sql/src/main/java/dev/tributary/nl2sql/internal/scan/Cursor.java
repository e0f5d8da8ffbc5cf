package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;

/** A place in a text that only moves forward, which keeps the scan linear. */
final class Cursor {
  static final char END = '\0';

  private final String text;
  private int position;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int index = position + ahead;
    return index < text.length() ? text.charAt(index) : END;
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, position);
  }

  void skip(int characters) {
    position += characters;
  }

  char next() {
    return text.charAt(position++);
  }

  String since(int start) {
    return text.substring(start, position);
  }

  RefusedException unterminated(int start, String what) {
    return new RefusedException(
        Rule.TEXT_UNTERMINATED, start, what + " does not end", "close it or remove it");
  }

  RefusedException ambiguous(int start, String what, String remedy) {
    return new RefusedException(Rule.TEXT_AMBIGUOUS, start, what, remedy);
  }
}
