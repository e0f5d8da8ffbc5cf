package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Lexis.Trait;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a statement into tokens in one pass from left to right: each character is looked at a
 * bounded number of times, so the cost is linear in the length.
 */
public final class Scanner {
  private static final int MOST_BITS = 64;

  private final Cursor cursor;
  private final Lexis lexis;
  private final Blanks blanks;
  private final Quotes quotes;
  private final Symbols symbols;
  private final List<Token> tokens = new ArrayList<>();

  private Scanner(String text, Lexis lexis) {
    this.cursor = new Cursor(text);
    this.lexis = lexis;
    this.blanks = new Blanks(cursor, lexis);
    this.quotes = new Quotes(cursor, lexis);
    this.symbols = new Symbols(cursor, lexis);
  }

  /**
   * Cuts a statement into tokens.
   *
   * @param text the statement
   * @param lexis the dialect's way of cutting
   * @param most how many tokens are allowed
   * @return the tokens, without comments
   * @throws RefusedException if the text cannot be cut safely or has more tokens
   */
  public static List<Token> scan(String text, Lexis lexis, int most) {
    return new Scanner(text, lexis).run(most);
  }

  private List<Token> run(int most) {
    blanks.skip();
    while (!cursor.atEnd()) {
      if (tokens.size() == most) {
        throw new RefusedException(
            Rule.TEXT_TOKENS,
            cursor.position(),
            "more than " + most + " words and symbols",
            "ask for less in one statement");
      }
      tokens.add(next());
      blanks.skip();
    }
    return tokens;
  }

  private Token next() {
    char c = cursor.peek();
    if ((c | 0x20) == 'u' && cursor.peek(1) == '&') {
      return unicodeStringOrWord();
    }
    if (beginsWord(c)) {
      return beginsPrefixedString(c) ? quotes.prefixedString() : word();
    }
    if (isDigit(c) || (c == '.' && isDigit(cursor.peek(1)) && !afterName())) {
      return number();
    }
    Token quoted = quoted(c);
    return quoted == null ? symbol(c) : quoted;
  }

  private @Nullable Token quoted(char c) {
    return switch (c) {
      case '\'' -> quotes.string();
      case '"' -> lexis.has(Trait.DOUBLE_QUOTED_STRINGS) ? quotes.string() : quotes.name();
      case '`' -> lexis.has(Trait.BACKTICKS) ? quotes.name() : null;
      case '[' -> lexis.has(Trait.BRACKETED_NAMES) ? quotes.name() : null;
      case '$' -> dollar();
      default -> null;
    };
  }

  private @Nullable Token dollar() {
    if (isDigit(cursor.peek(1))) {
      int start = cursor.position();
      cursor.skip(1);
      skipDigits();
      return new Token(TokenKind.PARAMETER, cursor.since(start), start);
    }
    if (lexis.has(Trait.DOLLAR_PARAMETERS) && beginsWord(cursor.peek(1))) {
      return parameter();
    }
    return lexis.has(Trait.DOLLAR_QUOTES) && quotes.atDollarQuote() ? quotes.dollarQuoted() : null;
  }

  private boolean beginsPrefixedString(char c) {
    if (cursor.peek(1) != '\'') {
      return false;
    }
    return "xXbBnN".indexOf(c) >= 0 || ((c | 0x20) == 'e' && lexis.has(Trait.ESCAPE_STRINGS));
  }

  private Token unicodeStringOrWord() {
    if (cursor.peek(2) == '\'' && lexis.has(Trait.UNICODE_STRINGS)) {
      return quotes.unicodeString();
    }
    if (cursor.peek(2) == '"' || cursor.peek(2) == '\'') {
      throw cursor.ambiguous(
          cursor.position(),
          "U& hides the characters of a name",
          "write the characters themselves");
    }
    return word();
  }

  private Token word() {
    int start = cursor.position();
    while (isWordPart(cursor.peek())) {
      cursor.skip(1);
    }
    return new Token(TokenKind.WORD, cursor.since(start), start);
  }

  private Token number() {
    int start = cursor.position();
    int base = cursor.peek() == '0' ? base(cursor.peek(1) | 0x20) : 10;
    if (base == 10) {
      decimal();
    } else {
      cursor.skip(2);
      skipDigits(base);
    }
    if (!isWordPart(cursor.peek())) {
      return new Token(TokenKind.NUMBER, plain(start, base), start);
    }
    if (!lexis.has(Trait.DIGITS_BEGIN_NAMES)) {
      throw cursor.ambiguous(start, "a number that runs into a name", "put a blank between them");
    }
    while (isWordPart(cursor.peek())) {
      cursor.skip(1);
    }
    return new Token(TokenKind.WORD, cursor.since(start), start);
  }

  private int base(int letter) {
    int other = letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
    return letter == 'x' ? 16 : lexis.has(Trait.NUMBER_BASES) ? other : 10;
  }

  /** As every server and the parser read it. */
  private String plain(int start, int base) {
    String number = cursor.since(start);
    String digits = number.indexOf('_') < 0 ? number : number.replace("_", "");
    if (base != 8 && base != 2) {
      return digits;
    }
    if (digits.length() > MOST_BITS + 2) {
      throw cursor.ambiguous(start, "a number longer than servers know", "write it in digits");
    }
    return new BigInteger("0" + digits.substring(2), base).toString();
  }

  private void decimal() {
    skipDigits();
    if (cursor.peek() == '.') {
      cursor.skip(1);
      skipDigits();
    }
    boolean signed = cursor.peek(1) == '+' || cursor.peek(1) == '-';
    if ((cursor.peek() | 0x20) == 'e' && isDigit(cursor.peek(signed ? 2 : 1))) {
      cursor.skip(signed ? 2 : 1);
      skipDigits();
    }
  }

  private void skipDigits() {
    skipDigits(10);
  }

  private void skipDigits(int base) {
    while (isDigit(cursor.peek(), base) || (cursor.peek() == '_' && isGroup(base))) {
      cursor.skip(1);
    }
  }

  private boolean isGroup(int base) {
    return lexis.has(Trait.DIGIT_GROUPS) && isDigit(cursor.peek(1), base);
  }

  private static boolean isDigit(char c, int base) {
    return c < 128 && Character.digit(c, base) >= 0;
  }

  private Token symbol(char c) {
    if (c != ':' || !beginsWord(cursor.peek(1)) || afterName()) {
      return symbols.next();
    }
    return parameter();
  }

  private Token parameter() {
    int start = cursor.position();
    cursor.skip(1);
    word();
    if (cursor.peek() == '(') {
      throw cursor.ambiguous(
          start, "SQLite takes what follows in brackets for a part of the parameter", "remove it");
    }
    return new Token(TokenKind.PARAMETER, cursor.since(start), start);
  }

  private boolean afterName() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.getLast();
    boolean touches = last.position() + last.text().length() == cursor.position();
    return touches && (last.kind() != TokenKind.SYMBOL || last.is(")") || last.is("]"));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean beginsWord(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 127 && letter(c));
  }

  private static boolean letter(char c) {
    return Character.isLetter(c)
        && Character.toLowerCase(c) > 127
        && Character.toUpperCase(c) > 127;
  }

  private static boolean isWordPart(char c) {
    return beginsWord(c) || isDigit(c) || c == '$';
  }
}
