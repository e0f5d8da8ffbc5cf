package dev.tributary.nl2sql.internal.scan;

/** Reads the escapes of PostgreSQL's strings; what is left is text that needs none. */
final class Escapes {
  private static final String UESCAPE = "UESCAPE";

  private final Cursor cursor;

  Escapes(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads {@code '..'} with backslashes up to its end; quotes within stay doubled. */
  String string(int start) {
    cursor.skip(1);
    StringBuilder value = new StringBuilder();
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.unterminated(start, "a string");
      }
      char c = cursor.next();
      if (c == '\\') {
        append(value, character(start), start);
      } else if (c != '\'') {
        value.append(c);
      } else if (cursor.peek() == '\'') {
        cursor.skip(1);
        value.append("''");
      } else {
        return value.toString();
      }
    }
  }

  private int character(int start) {
    char c = cursor.atEnd() ? Cursor.END : cursor.next();
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'x' -> number(16, 1, 2, start);
      case 'u' -> number(16, 4, 4, start);
      case 'U' -> number(16, 8, 8, start);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
      case Cursor.END -> throw unknown(start);
      default -> c;
    };
  }

  private int octal(char first) {
    int value = first - '0';
    for (int i = 0; i < 2 && Character.digit(cursor.peek(), 8) >= 0 && cursor.peek() < 128; i++) {
      value = value * 8 + cursor.next() - '0';
    }
    return value;
  }

  private int number(int radix, int least, int most, int start) {
    int value = 0;
    int digits = 0;
    while (digits < most && isDigit(cursor.peek(), radix)) {
      value = value * radix + Character.digit(cursor.next(), radix);
      digits++;
    }
    if (digits < least) {
      throw unknown(start);
    }
    return value;
  }

  /** Puts the characters in the place of {@code \0061} and {@code \+000061}. */
  String unicode(String body, int start) {
    char escape = escape();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != escape) {
        value.append(c);
      } else if (i + 1 < body.length() && body.charAt(i + 1) == escape) {
        value.append(escape);
        i++;
      } else {
        boolean wide = i + 1 < body.length() && body.charAt(i + 1) == '+';
        int from = i + (wide ? 2 : 1);
        int end = from + (wide ? 6 : 4);
        append(value, hex(body, from, end, start), start);
        i = end - 1;
      }
    }
    return value.toString();
  }

  private int hex(String body, int from, int end, int start) {
    int value = 0;
    for (int i = from; i < end; i++) {
      if (i >= body.length() || !isDigit(body.charAt(i), 16)) {
        throw unknown(start);
      }
      value = value * 16 + Character.digit(body.charAt(i), 16);
    }
    return value;
  }

  /** Takes {@code UESCAPE 'c'} after the string, if it is there. */
  private char escape() {
    int ahead = 0;
    while (Blanks.isBlank(cursor.peek(ahead))) {
      ahead++;
    }
    for (int i = 0; i < UESCAPE.length(); i++) {
      if ((cursor.peek(ahead + i) & ~0x20) != UESCAPE.charAt(i)) {
        return '\\';
      }
    }
    int at = ahead + UESCAPE.length();
    while (Blanks.isBlank(cursor.peek(at))) {
      at++;
    }
    char escape = cursor.peek(at + 1);
    boolean plain = escape > ' ' && "+'\"".indexOf(escape) < 0 && !isDigit(escape, 16);
    if (cursor.peek(at) != '\'' || cursor.peek(at + 2) != '\'' || !plain) {
      throw unknown(cursor.position());
    }
    cursor.skip(at + 3);
    return escape;
  }

  private void append(StringBuilder value, int character, int start) {
    if (character <= 0 || !Character.isValidCodePoint(character)) {
      throw unknown(start);
    }
    if (character == '\'') {
      value.append('\'');
    }
    value.appendCodePoint(character);
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  private RuntimeException unknown(int start) {
    return cursor.ambiguous(start, "an escape in a string", "write the character itself");
  }
}
