package dev.tributary.nl2sql.internal.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jspecify.annotations.Nullable;

/**
 * How the parser's lexer cuts a word or symbol that stands alone. Each is put to the lexer once and
 * remembered. Thread-safe.
 */
final class Cuttings {
  private static final int MOST_REMEMBERED = 4_096;
  private static final int LONGEST_REMEMBERED = 64;

  /** Words the lexer takes together with the next, across a blank, and how that one begins. */
  private static final Map<String, List<String>> JOINED =
      Map.ofEntries(
          Map.entry("<", List.of("=", ">")),
          Map.entry(">", List.of("=")),
          Map.entry("!", List.of("=")),
          Map.entry("[", List.of("")),
          Map.entry("current", List.of("date", "time")),
          Map.entry("date", List.of("(", "with")),
          Map.entry("datetime", List.of("(", "with")),
          Map.entry("in", List.of("boolean", "natural")),
          Map.entry("next", List.of("value")),
          Map.entry("nextval", List.of("for")),
          Map.entry("similar", List.of("to")),
          Map.entry("time", List.of("(", "with")),
          Map.entry("timestamp", List.of("(", "with")),
          Map.entry("timestamptz", List.of("(", "with")),
          Map.entry("with", List.of("query", "ties")));

  private final Map<String, Cutting> known = new ConcurrentHashMap<>();
  private @Nullable CCJSqlParser asked;

  /**
   * A word or symbol as the lexer cuts it.
   *
   * @param kind its kind of token
   * @param joined how a next one begins that the lexer may take together with it
   */
  record Cutting(int kind, List<String> joined) {
    /** The lexer makes something else of it than one token. */
    static final Cutting OTHER = new Cutting(-1, List.of());

    static final Cutting WHOLE_NUMBER = new Cutting(CCJSqlParserConstants.S_LONG, List.of());
    static final Cutting TEXT = new Cutting(CCJSqlParserConstants.S_CHAR_LITERAL, List.of());

    boolean isOther() {
      return kind < 0;
    }

    boolean joins(String next) {
      for (String beginning : joined) {
        if (next.regionMatches(true, 0, beginning, 0, beginning.length())) {
          return true;
        }
      }
      return false;
    }
  }

  Cutting of(String text) {
    Cutting cutting = known.get(text);
    return cutting == null ? learn(text) : cutting;
  }

  private Cutting learn(String text) {
    Cutting cutting = ask(text);
    if (text.length() <= LONGEST_REMEMBERED) {
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(text, cutting);
    }
    return cutting;
  }

  private synchronized Cutting ask(String text) {
    if (asked == null) {
      asked = new CCJSqlParser(new StringProvider(""));
    }
    asked.ReInit(text + ' ');
    try {
      Token token = asked.token_source.getNextToken();
      return token.image.equals(text)
          ? new Cutting(token.kind, JOINED.getOrDefault(text.toLowerCase(Locale.ROOT), List.of()))
          : Cutting.OTHER;
    } catch (TokenMgrException e) {
      return Cutting.OTHER;
    }
  }
}
