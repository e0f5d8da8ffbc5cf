package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what the parser wrote with what it was given, and writes the final SQL. */
public final class Rendering {
  /** Words that change nothing and that the parser adds or leaves out. */
  private static final Set<String> NOISE = Set.of("as", "outer", "inner");

  private static final Set<String> LIMITS =
      Set.of("limit", "offset", ",", "first", "next", "top", "fetch");

  /** No token is written like this, so it can say that a token is written as it is. */
  private static final String NOTHING_ELSE = "\0";

  private Rendering() {}

  /**
   * Insists that the parser dropped, added and moved nothing.
   *
   * @param given the tokens it was given
   * @param written the tokens of what it wrote
   * @throws RefusedException at the first token that differs
   */
  public static void insistOnFaith(List<Token> given, List<Token> written) {
    List<Token> expected = significant(given);
    List<Token> actual = significant(written);
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      boolean same =
          i < expected.size()
              && i < actual.size()
              && expected.get(i).text().equalsIgnoreCase(actual.get(i).text());
      if (!same) {
        Token place = expected.get(Math.min(i, expected.size() - 1));
        throw new RefusedException(
            Rule.SYNTAX_UNFAITHFUL,
            place.position(),
            "the parser reads '" + place.text() + "' in another way than it is written",
            "write it in standard SQL");
      }
    }
  }

  /**
   * Insists that nothing is put back in the place of a row limit, which may have been lowered.
   *
   * @param bridged what the parser was given
   * @throws RefusedException if something would be
   */
  public static void insistOnNumbers(Bridged bridged) {
    for (int place : bridged.originals().keySet()) {
      if (place > 0
          && LIMITS.contains(bridged.tokens().get(place - 1).text().toLowerCase(Locale.ROOT))) {
        throw new RefusedException(
            Rule.LIMIT_NOT_LITERAL,
            bridged.tokens().get(place).position(),
            "the row limit is not a number",
            "write it as a number");
      }
    }
  }

  /**
   * Writes SQL, with what was written where the parser read something else.
   *
   * @param tokens what the parser wrote, once it is known to be faithful
   * @param bridged what it was given
   * @return the SQL on one line
   */
  public static String write(List<Token> tokens, Bridged bridged) {
    Iterator<String> originals = originals(bridged).iterator();
    Spacing sql = new Spacing();
    for (Token token : tokens) {
      String original = isNoise(token) || !originals.hasNext() ? NOTHING_ELSE : originals.next();
      sql.append(
          original.equals(NOTHING_ELSE)
              ? bridged.standIns().getOrDefault(token.text(), token.text())
              : original);
    }
    return sql.toString();
  }

  /** One entry for every token that counts: what was written in its place, or nothing else. */
  private static List<String> originals(Bridged bridged) {
    List<String> originals = new ArrayList<>();
    for (int i = 0; i < bridged.tokens().size(); i++) {
      if (!isNoise(bridged.tokens().get(i))) {
        originals.add(bridged.originals().getOrDefault(i, NOTHING_ELSE));
      }
    }
    return originals;
  }

  private static List<Token> significant(List<Token> tokens) {
    return tokens.stream().filter(token -> !isNoise(token)).toList();
  }

  private static boolean isNoise(Token token) {
    return token.kind() == TokenKind.WORD && NOISE.contains(token.text().toLowerCase(Locale.ROOT));
  }
}
