package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.Set;

/** Reads words that the parser keeps for itself as names, where nothing but a name can stand. */
final class NamePlaces {
  private static final Set<String> SOURCES = Set.of("from", "join");
  private static final Set<String> NO_TYPES =
      Set.of("interval", "date", "time", "timestamp", "timestamptz", "select", "x", "n");

  private final Reading reading;
  private final LooseWords words;

  NamePlaces(Reading reading, LooseWords words) {
    this.reading = reading;
    this.words = words;
  }

  boolean read(boolean afterOperand) {
    if (reading.is(0, "{") && reading.is(1, TokenKind.WORD) && isLiteralInBraces()) {
      reading.readAs(4, TokenKind.STRING, reading.text(2));
      return true;
    }
    if (!reading.is(0, TokenKind.WORD)) {
      return false;
    }
    if (isName(afterOperand)) {
      reading.readAsName();
      return true;
    }
    return !afterOperand && literal();
  }

  /** As in {@code {d '2020-01-01'}}. */
  private boolean isLiteralInBraces() {
    return Set.of("d", "t", "ts").contains(LooseWords.lower(token(1)))
        && reading.is(2, TokenKind.STRING)
        && reading.is(3, "}");
  }

  private boolean isName(boolean afterOperand) {
    Token word = token(0);
    if (reading.is(-1, ".")) {
      return !reading.is(1, "(");
    }
    if (reading.is(1, ".") && words.mayBeName(word)) {
      return true;
    }
    boolean closed = words.closes(reading.peek(1));
    if (reading.is(-1, "AS") || afterOperand) {
      return closed && (reading.is(-1, "AS") || words.mayBeAlias(word));
    }
    if (words.isOperatorWord(word) && reading.is(1, "(")) {
      return words.mayBeCall(word);
    }
    return words.mayBeName(word) && (closed || isSource() || isNamedQuery());
  }

  /** A table with an alias. */
  private boolean isSource() {
    return SOURCES.contains(LooseWords.lower(token(-1)))
        && reading.is(1, TokenKind.WORD)
        && words.mayBeAlias(token(0));
  }

  private boolean isNamedQuery() {
    return reading.is(1, "AS") && (reading.is(2, "(") || reading.is(3, "("));
  }

  /** As in {@code box '((0,0),(1,1))'}. */
  private boolean literal() {
    boolean typed =
        words.typedLiterals()
            && reading.is(1, TokenKind.STRING)
            && words.isType(token(0))
            && !NO_TYPES.contains(LooseWords.lower(token(0)))
            && !words.opens(token(0));
    if (typed) {
      reading.readAs(2, TokenKind.STRING, reading.text(1));
    }
    return typed;
  }

  private Token token(int ahead) {
    Token token = reading.peek(ahead);
    return token == null ? new Token(TokenKind.SYMBOL, "", 0) : token;
  }
}
