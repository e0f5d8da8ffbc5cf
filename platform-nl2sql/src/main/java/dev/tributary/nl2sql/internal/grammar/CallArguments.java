package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in brackets in a way of its own: types, parts of texts, names of XML. */
final class CallArguments {
  private static final Set<String> CASTS = Set.of("cast", "try_cast", "safe_cast");
  private static final Set<String> TEXT_PARTS =
      Set.of("substring", "substr", "overlay", "trim", "position");
  private static final Set<String> PART_WORDS = Set.of("from", "for", "placing", "in", "similar");
  private static final Set<String> XML_LISTS = Set.of("xmlattributes", "xmlforest");
  private static final Set<String> XML_NAMED = Set.of("xmlelement", "xmlpi");
  private static final Set<String> TYPE_SYMBOLS =
      Set.of("(", ")", ",", "<", ">", ">>", "[", "]", ".");
  private static final Set<String> ON_WORDS = Set.of("null", "absent", "empty", "error");

  private final Reading reading;
  private final LooseWords words;

  CallArguments(Reading reading, LooseWords words) {
    this.reading = reading;
    this.words = words;
  }

  /** Reads what stands here within the brackets of a call, if the call has a grammar of its own. */
  boolean read(@Nullable String opener, boolean afterOperand) {
    if (opener == null || opener.isEmpty()) {
      return false;
    }
    if (CASTS.contains(opener) && reading.is(-1, "AS")) {
      return type("VARCHAR");
    }
    if (opener.equals("convert") && reading.is(-1, ",") && isKnownType()) {
      return type("NULL");
    }
    if (TEXT_PARTS.contains(opener) && afterOperand && PART_WORDS.contains(word(0))) {
      reading.readAs(1, TokenKind.SYMBOL, ",");
      return true;
    }
    return xml(opener) || json(opener) || overflow();
  }

  private boolean isKnownType() {
    Token token = reading.peek(0);
    return token != null && words.isKnownType(token);
  }

  /** A type up to the end of the call. */
  private boolean type(String as) {
    int length = 0;
    int depth = 0;
    for (Token token = reading.peek(0); token != null; token = reading.peek(length)) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth < 0) {
        break;
      }
      boolean call = token.isName() && reading.is(length + 1, "(") && !words.isKnownType(token);
      boolean fits =
          words.isKnownType(token)
              || (words.isType(token) && !words.opens(token))
              || token.kind() == TokenKind.NUMBER;
      if (call || !(fits || TYPE_SYMBOLS.contains(token.text()))) {
        return false;
      }
      length++;
    }
    if (length == 0) {
      return false;
    }
    reading.readAs(length, TokenKind.WORD, as);
    return true;
  }

  private boolean xml(String opener) {
    if (XML_NAMED.contains(opener) && reading.is(0, "NAME") && reading.isName(1)) {
      reading.readAs(2, TokenKind.STRING, "'name'");
      return true;
    }
    boolean named = XML_LISTS.contains(opener) && reading.is(0, "AS") && reading.isName(1);
    if (named) {
      reading.readAsSuffix(2);
    }
    return named;
  }

  private boolean json(String opener) {
    if (!opener.startsWith("json")) {
      return false;
    }
    int length = 0;
    if (reading.is(1, "ON") && ON_WORDS.contains(word(0)) && ON_WORDS.contains(word(2))) {
      length = 3;
    } else if (word(0).startsWith("with") && reading.is(1, "UNIQUE")) {
      length = reading.is(2, "KEYS") ? 3 : 2;
    } else if (reading.follows("FORMAT", "JSON")) {
      length = 2;
    } else if (reading.is(0, "RETURNING") && reading.isName(1) && !reading.is(2, "(")) {
      length = 2;
    }
    if (length > 0) {
      reading.readAsSuffix(length);
    }
    return length > 0;
  }

  /** As in {@code LISTAGG(a, ',' ON OVERFLOW TRUNCATE '..' WITH COUNT)}. */
  private boolean overflow() {
    if (!reading.follows("ON", "OVERFLOW") || !reading.isName(2)) {
      return false;
    }
    int length = reading.is(3, TokenKind.STRING) ? 4 : 3;
    length += word(length).startsWith("with") && reading.is(length + 1, "COUNT") ? 2 : 0;
    reading.readAsSuffix(length);
    return true;
  }

  private String word(int ahead) {
    Token token = reading.peek(ahead);
    return token == null ? "" : LooseWords.lower(token);
  }
}
