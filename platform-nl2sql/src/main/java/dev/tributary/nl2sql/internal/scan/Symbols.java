package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Lexis.Trait;
import java.util.List;
import java.util.Locale;

/** Reads operators, brackets and separators. */
final class Symbols {
  private static final List<String> LONG =
      List.of(
          "!~~*", "->>", "#>>", "<=>", "!~*", "~~*", "!~~", "<->", "->", "#>", "#-", "||", "::",
          ":=", "<=", ">=", "<>", "!=", "==", "<<", ">>", "@>", "<@", "?|", "?&", "&&", "~*", "!~",
          "~~", "=>", "^=", "@?", "^@");
  private static final List<String> WITH_QUESTION_MARK =
      List.of("?-|", "?||", "@?", "?|", "?&", "?-", "?#");
  private static final String SINGLE = "+-*/%=<>~!&|^.,;()[]{}:?";
  private static final String OPERATOR = "+-*/<>=~!@#%^&|";
  private static final String KEEPS_SIGN = "~!@#%^&|";

  private final Cursor cursor;
  private final Lexis lexis;

  Symbols(Cursor cursor, Lexis lexis) {
    this.cursor = cursor;
    this.lexis = lexis;
  }

  Token next() {
    int start = cursor.position();
    char c = cursor.peek();
    refuseVariable(start);
    int length = length(c);
    if (length == 0) {
      throw new RefusedException(
          Rule.TEXT_CHARACTER, start, "the character '" + shown(c) + "'", "remove it");
    }
    if (length == 1) {
      cursor.skip(1);
      return new Token(TokenKind.SYMBOL, String.valueOf(c), start);
    }
    cursor.skip(length);
    return new Token(TokenKind.SYMBOL, cursor.since(start), start);
  }

  private void refuseVariable(int start) {
    boolean named = cursor.peek() == '@' && (Scanner.beginsWord(cursor.peek(1)) || isQuote(1));
    boolean system =
        cursor.startsWith("@@")
            && (!lexis.has(Trait.OPERATOR_RUNS) || Scanner.beginsWord(cursor.peek(2)));
    if (named || system) {
      throw new RefusedException(
          Rule.VARIABLE, start, "a variable", "write the value, or bind it as a parameter");
    }
  }

  private boolean isQuote(int ahead) {
    return "'\"`".indexOf(cursor.peek(ahead)) >= 0;
  }

  private int length(char c) {
    boolean alone = SINGLE.indexOf(cursor.peek(1)) < 0 && "#@".indexOf(cursor.peek(1)) < 0;
    if (alone && SINGLE.indexOf(c) >= 0) {
      return 1;
    }
    if (lexis.has(Trait.OPERATOR_RUNS)) {
      return isOperator(0) || c == '?' ? run() : colonOrSingle(c);
    }
    for (String symbol : LONG) {
      if (cursor.startsWith(symbol) && c != '#') {
        return symbol.length();
      }
    }
    return SINGLE.indexOf(c) >= 0 ? 1 : 0;
  }

  private int colonOrSingle(char c) {
    boolean twice = cursor.startsWith("::") || cursor.startsWith(":=");
    return twice ? 2 : SINGLE.indexOf(c) >= 0 ? 1 : 0;
  }

  /** As PostgreSQL reads operators, but that a question mark may also be a parameter. */
  private int run() {
    for (String symbol : WITH_QUESTION_MARK) {
      if (cursor.startsWith(symbol)) {
        return symbol.length();
      }
    }
    int length = 0;
    boolean keepsSign = false;
    while (isOperator(length) && !beginsComment(length)) {
      keepsSign |= KEEPS_SIGN.indexOf(cursor.peek(length)) >= 0;
      length++;
    }
    while (length > 1 && !keepsSign && "+-".indexOf(cursor.peek(length - 1)) >= 0) {
      length--;
    }
    return Math.max(1, length);
  }

  private boolean isOperator(int ahead) {
    return OPERATOR.indexOf(cursor.peek(ahead)) >= 0;
  }

  private boolean beginsComment(int ahead) {
    char c = cursor.peek(ahead);
    char next = cursor.peek(ahead + 1);
    return (c == '-' && next == '-') || (c == '/' && next == '*');
  }

  private static String shown(char c) {
    return Character.isISOControl(c) || Character.isWhitespace(c)
        ? String.format(Locale.ROOT, "U+%04X", (int) c)
        : String.valueOf(c);
  }
}
