package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.scan.Lexis.Trait;
import org.jspecify.annotations.Nullable;

/** Reads strings and quoted names and writes them in the one way every setting reads alike. */
final class Quotes {
  private final Cursor cursor;
  private final Lexis lexis;

  Quotes(Cursor cursor, Lexis lexis) {
    this.cursor = cursor;
    this.lexis = lexis;
  }

  /** Reads a string in single quotes, or in double quotes where those hold strings. */
  Token string() {
    int start = cursor.position();
    String value = body(lexis.has(Trait.BACKSLASH_ESCAPES), "a string");
    return new Token(TokenKind.STRING, "'" + value + "'", start);
  }

  /** Reads a string with a one-letter prefix such as {@code X'00FF'}. */
  Token prefixedString() {
    int start = cursor.position();
    char prefix = Character.toUpperCase(cursor.next());
    if (prefix == 'E') {
      return new Token(TokenKind.STRING, "'" + new Escapes(cursor).string(start) + "'", start);
    }
    String value = body(false, "a string");
    return new Token(TokenKind.STRING, prefix + "'" + value + "'", start);
  }

  /** Reads {@code U&'..'}, with the escape character that may follow it, as plain text. */
  Token unicodeString() {
    int start = cursor.position();
    cursor.skip(2);
    String value = body(false, "a string");
    return new Token(
        TokenKind.STRING, "'" + new Escapes(cursor).unicode(value, start) + "'", start);
  }

  /** Reads a name in the quotes it begins with; brackets become double quotes. */
  Token name() {
    int start = cursor.position();
    if (cursor.peek() == '[') {
      return bracketed(start);
    }
    char quote = cursor.peek();
    String value = body(false, "a quoted name");
    return new Token(TokenKind.QUOTED, quote + value + quote, start);
  }

  /** Reads {@code $tag$..$tag$}, if one begins here. */
  boolean atDollarQuote() {
    return dollarTag() != null;
  }

  Token dollarQuoted() {
    int start = cursor.position();
    String tag = String.valueOf(dollarTag());
    cursor.skip(tag.length());
    StringBuilder value = new StringBuilder("'");
    while (!cursor.startsWith(tag)) {
      if (cursor.atEnd()) {
        throw cursor.unterminated(start, "a string in dollar quotes");
      }
      char c = cursor.next();
      value.append(c == '\'' ? "''" : String.valueOf(c));
    }
    cursor.skip(tag.length());
    return new Token(TokenKind.STRING, value.append('\'').toString(), start);
  }

  private @Nullable String dollarTag() {
    int length = 1;
    while (Character.isLetterOrDigit(cursor.peek(length)) || cursor.peek(length) == '_') {
      length++;
    }
    if (cursor.peek(length) != '$' || Character.isDigit(cursor.peek(1))) {
      return null;
    }
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i <= length; i++) {
      tag.append(cursor.peek(i));
    }
    return tag.toString();
  }

  private Token bracketed(int start) {
    cursor.skip(1);
    StringBuilder value = new StringBuilder("\"");
    while (cursor.peek() != ']') {
      if (cursor.atEnd()) {
        throw cursor.unterminated(start, "a name in brackets");
      }
      char c = cursor.next();
      value.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    cursor.skip(1);
    return new Token(TokenKind.QUOTED, value.append('"').toString(), start);
  }

  /**
   * Reads up to the closing quote. With escapes, an escaped quote becomes a doubled one, so that
   * the string ends at the same place whether or not the server honours backslashes.
   */
  private String body(boolean escapes, String what) {
    int start = cursor.position();
    char quote = cursor.next();
    StringBuilder value = new StringBuilder();
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.unterminated(start, what);
      }
      char c = cursor.next();
      if (c == '\\' && escapes) {
        escaped(start, value);
      } else if (c == quote) {
        if (cursor.peek() != quote) {
          return value.toString();
        }
        cursor.skip(1);
        value.append(quote == '"' && holdsString() ? "\"" : String.valueOf(quote) + quote);
      } else if (c == '\'' && quote == '"' && holdsString()) {
        value.append("''");
      } else {
        refuseDoubtfulBackslash(c, quote, start);
        value.append(c);
      }
    }
  }

  private boolean holdsString() {
    return lexis.has(Trait.DOUBLE_QUOTED_STRINGS);
  }

  private void escaped(int start, StringBuilder value) {
    if (cursor.atEnd()) {
      throw cursor.unterminated(start, "a string");
    }
    char c = cursor.next();
    switch (c) {
      case '\'' -> value.append("''");
      case '"' -> value.append('"');
      default -> value.append('\\').append(c);
    }
  }

  private void refuseDoubtfulBackslash(char c, char quote, int start) {
    if (c == '\\' && cursor.peek() == quote && lexis.has(Trait.UNKNOWN_SERVER)) {
      throw cursor.ambiguous(
          start,
          "a backslash before a quote ends the string on some servers only",
          "name the dialect, or write the quote twice");
    }
  }
}
