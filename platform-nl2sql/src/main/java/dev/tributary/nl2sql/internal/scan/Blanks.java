package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Lexis.Trait;

/** Skips blanks and comments; what comments hide from a parser never reaches the server. */
final class Blanks {
  private final Cursor cursor;
  private final Lexis lexis;

  Blanks(Cursor cursor, Lexis lexis) {
    this.cursor = cursor;
    this.lexis = lexis;
  }

  void skip() {
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (isBlank(c)) {
        cursor.skip(1);
      } else if (beginsLineComment(c)) {
        skipLine();
      } else if (cursor.startsWith("/*")) {
        skipBlock();
      } else {
        return;
      }
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private boolean beginsLineComment(char c) {
    if (c == '#') {
      return lexis.has(Trait.HASH_COMMENTS);
    }
    if (!cursor.startsWith("--")) {
      return false;
    }
    boolean separated = cursor.position() + 2 >= endOfText() || isBlank(cursor.peek(2));
    if (!separated && lexis.has(Trait.UNKNOWN_SERVER) && Character.isDigit(cursor.peek(2))) {
      throw cursor.ambiguous(
          cursor.position(), "'--' before a digit is a comment or two signs", "put a blank after");
    }
    return separated || !lexis.has(Trait.DASHES_NEED_BLANK);
  }

  private int endOfText() {
    return cursor.peek(2) == Cursor.END ? cursor.position() : Integer.MAX_VALUE;
  }

  private void skipLine() {
    while (!cursor.atEnd() && cursor.peek() != '\n' && cursor.peek() != '\r') {
      cursor.skip(1);
    }
  }

  private void skipBlock() {
    int start = cursor.position();
    if (cursor.startsWith("/*!") || cursor.startsWith("/*M!")) {
      throw new RefusedException(
          Rule.TEXT_EXECUTABLE_COMMENT,
          start,
          "a comment that MySQL and MariaDB execute",
          "remove the comment");
    }
    cursor.skip(2);
    int depth = 1;
    while (depth > 0) {
      if (cursor.atEnd()) {
        throw cursor.unterminated(start, "a comment");
      }
      if (cursor.startsWith("*/")) {
        cursor.skip(2);
        depth--;
      } else if (cursor.startsWith("/*")) {
        cursor.skip(2);
        depth += nesting(start);
      } else {
        cursor.skip(1);
      }
    }
  }

  private int nesting(int start) {
    if (lexis.has(Trait.UNKNOWN_SERVER)) {
      throw cursor.ambiguous(start, "a comment within a comment", "remove the comment");
    }
    return lexis.has(Trait.NESTED_COMMENTS) ? 1 : 0;
  }
}
