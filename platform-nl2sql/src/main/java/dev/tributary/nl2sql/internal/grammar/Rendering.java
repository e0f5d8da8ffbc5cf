package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares what the parser wrote with what it was given, and writes the final SQL. */
public final class Rendering {
  /** Words that change nothing and that the parser adds or leaves out. */
  private static final Set<String> NOISE = Set.of("as", "outer", "inner");

  private static final Set<String> NO_BLANK_BEFORE = Set.of(",", ")", ".", "]", "::", "[");
  private static final Set<String> NO_BLANK_AFTER = Set.of("(", ".", "[", "::");

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
   * Writes SQL, with the names and operators that the bridge had replaced.
   *
   * @param tokens what the parser wrote
   * @param bridged what it was given
   * @return the SQL on one line
   */
  public static String write(List<Token> tokens, Bridged bridged) {
    StringBuilder sql = new StringBuilder();
    Token previous = null;
    for (Token token : restored(tokens, bridged)) {
      boolean glued =
          previous == null
              || NO_BLANK_BEFORE.contains(token.text())
              || NO_BLANK_AFTER.contains(previous.text())
              || (token.is("(") && calls(previous));
      sql.append(glued ? "" : " ").append(token.text());
      previous = token;
    }
    return sql.toString();
  }

  private static boolean calls(Token previous) {
    return previous.isName() && !Keywords.beforeBracket(previous.text().toLowerCase(Locale.ROOT));
  }

  private static List<Token> restored(List<Token> tokens, Bridged bridged) {
    Map<String, String> standIns = bridged.standIns();
    List<Token> restored = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean glob = bridged.similarIsGlob() && token.is("SIMILAR");
      if (glob) {
        restored.add(token.with(TokenKind.WORD, "GLOB"));
        i++;
      } else {
        String original = standIns.get(token.text());
        restored.add(original == null ? token : token.with(TokenKind.WORD, original));
      }
    }
    return restored;
  }

  private static List<Token> significant(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> !(token.kind() == TokenKind.WORD && isNoise(token.text())))
        .toList();
  }

  private static boolean isNoise(String word) {
    return NOISE.contains(word.toLowerCase(Locale.ROOT));
  }
}
