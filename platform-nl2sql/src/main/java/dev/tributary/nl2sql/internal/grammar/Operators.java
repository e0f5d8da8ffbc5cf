package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.Set;

/** Reads predicates and operators as signs. What they stand between is left to be examined. */
final class Operators {
  private static final Set<String> SIGNS = Set.of("+", "-", "*", "/", "%", "||", "^", "&", "|");
  private static final Set<String> PREFIXES =
      Set.of("+", "-", "~", "!", "@", "|/", "||/", "!!", "@-@", "?-", "?|", "#", "@@");
  private static final Set<String> TESTS =
      Set.of(
          "null",
          "true",
          "false",
          "unknown",
          "document",
          "normalized",
          "nan",
          "infinite",
          "present",
          "empty",
          "absent");
  private static final Set<String> FORMS = Set.of("nfc", "nfd", "nfkc", "nfkd");

  private final Reading reading;
  private final LooseWords words;

  Operators(Reading reading, LooseWords words) {
    this.reading = reading;
    this.words = words;
  }

  boolean isOperator(int ahead) {
    return words.isOperatorSymbol(reading.peek(ahead));
  }

  /** Reads an operator, if one stands here. */
  boolean read(boolean afterOperand) {
    return afterOperand ? postfix() || infix() : prefix();
  }

  private boolean postfix() {
    int length = test();
    if (length > 0) {
      reading.readAsSuffix(length);
    }
    return length > 0;
  }

  private int test() {
    if (word(0, "isnull") || word(0, "notnull")) {
      return words.closes(reading.peek(1)) ? 1 : 0;
    }
    if (reading.follows("NOT", "NULL") || reading.follows("AT", "LOCAL")) {
      return 2;
    }
    if (word(0, "collate") && (reading.isName(1) || reading.is(1, TokenKind.STRING))) {
      return reading.is(2, ".") ? 4 : 2;
    }
    if (!reading.is(0, "IS")) {
      return 0;
    }
    int at = reading.is(1, "NOT") ? 2 : 1;
    at += FORMS.contains(lower(at)) ? 1 : 0;
    return TESTS.contains(lower(at)) && !reading.is(at + 1, "(") ? at + 1 : 0;
  }

  private boolean infix() {
    int length = operator();
    if (length == 0) {
      return false;
    }
    boolean same = length == 1 && SIGNS.contains(reading.text(0));
    if (same) {
      reading.keep();
    } else {
      reading.readAsOperator(length);
    }
    return true;
  }

  private int operator() {
    Token token = reading.peek(0);
    if (words.isOperatorSymbol(token)) {
      return 1;
    }
    if (reading.follows("OPERATOR", "(", "pg_catalog", ".") && reading.is(5, ")")) {
      return isOperator(4) ? 6 : 0;
    }
    if (reading.is(0, "IS")) {
      int at = reading.is(1, "NOT") ? 2 : 1;
      return reading.is(at, "DISTINCT") && reading.is(at + 1, "FROM") ? at + 2 : at;
    }
    if (reading.follows("AT", "TIME", "ZONE")) {
      return 3;
    }
    int at = reading.is(0, "NOT") ? 1 : 0;
    return words.isOperatorWord(reading.peek(at)) ? phrase(at) : 0;
  }

  /** How long an operator of words is; {@code IN} before a name reads a table and stays. */
  private int phrase(int at) {
    return switch (lower(at)) {
      case "not", "exists", "is", "at" -> 0;
      case "in" -> reading.is(at + 1, "(") ? at + 1 : 0;
      case "similar" -> reading.is(at + 1, "TO") ? at + 2 : 0;
      case "sounds" -> reading.is(at + 1, "LIKE") ? at + 2 : 0;
      case "member" -> reading.is(at + 1, "OF") ? at + 2 : 0;
      case "between" ->
          reading.is(at + 1, "SYMMETRIC") || reading.is(at + 1, "ASYMMETRIC") ? at + 2 : at + 1;
      default -> words.closes(reading.peek(at + 1)) && !isPrefix(at + 1) ? 0 : at + 1;
    };
  }

  private boolean isSign(int ahead) {
    return PREFIXES.contains(lower(ahead));
  }

  /** Several signs, or words such as NOT, are read as one sign. */
  private boolean prefix() {
    int length = 0;
    while (isPrefix(length)) {
      length++;
    }
    boolean single = length == 1 && Set.of("+", "-", "~").contains(reading.text(0));
    if (length == 0 || single) {
      return false;
    }
    reading.readAs(length, TokenKind.SYMBOL, "-");
    return true;
  }

  private boolean isPrefix(int at) {
    return switch (lower(at)) {
      case "not" -> !words.closesList(reading.peek(at + 1));
      case "exists" -> reading.is(at + 1, "(");
      case "any", "all", "some" -> isCompared(at);
      case "binary" ->
          words.isOperatorWord(reading.peek(at)) && !words.closes(reading.peek(at + 1));
      default ->
          reading.is(at, TokenKind.SYMBOL) && isSign(at) && !words.closesList(reading.peek(at + 1));
    };
  }

  /** As in {@code = ANY (..)}: after an operator the word is no name. */
  private boolean isCompared(int at) {
    Token before = reading.peek(at - 1);
    return words.isOperatorSymbol(before)
        || (words.isOperatorWord(before) && lower(at - 1).endsWith("like"));
  }

  private boolean word(int ahead, String word) {
    return words.isOperatorWord(reading.peek(ahead)) && reading.is(ahead, word);
  }

  private String lower(int ahead) {
    Token token = reading.peek(ahead);
    return token == null ? "" : LooseWords.lower(token);
  }
}
