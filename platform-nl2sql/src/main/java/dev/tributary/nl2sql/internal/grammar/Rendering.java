package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what the parser wrote with what it was given, and writes the final SQL. */
public final class Rendering {
  private static final Set<String> LIMITS =
      Set.of("limit", "offset", ",", "first", "next", "top", "fetch");

  private Rendering() {}

  /**
   * Writes SQL from what the parser wrote, with what was written where it read something else, and
   * insists that the parser dropped, added and moved nothing.
   *
   * @param bridged what the parser was given
   * @param written the tokens of what it wrote
   * @return the SQL on one line
   * @throws RefusedException at the first token that differs
   */
  public static String faithful(Bridged bridged, List<Token> written) {
    return write(bridged, written, true);
  }

  /**
   * Writes SQL once more, after a row limit was added to a faithful tree or lowered in it.
   *
   * @param bridged what the parser was given
   * @param written the tokens of what it wrote
   * @return the SQL on one line
   */
  public static String limited(Bridged bridged, List<Token> written) {
    insistOnNumbers(bridged);
    return write(bridged, written, false);
  }

  /**
   * Tells, without cutting it into tokens, that a text holds just the tokens the parser was given.
   *
   * @param bridged what the parser was given
   * @param text what it wrote
   * @return true if nothing was dropped, added or moved and nothing is to be put back; false if
   *     that has to be found out in another way
   */
  public static boolean isPlain(Bridged bridged, String text) {
    if (!bridged.originals().isEmpty() || !bridged.standIns().isEmpty()) {
      return false;
    }
    PlainText plain = new PlainText(text);
    for (Token token : bridged.tokens()) {
      if (!plain.take(token)) {
        return false;
      }
    }
    return plain.atEnd();
  }

  private static String write(Bridged bridged, List<Token> written, boolean faithful) {
    List<Token> given = bridged.tokens();
    Spacing sql = new Spacing(written.size());
    int place = next(given, 0);
    for (Token token : written) {
      if (isNoise(token)) {
        sql.append(token.text());
      } else {
        boolean same = place < given.size() && isSame(given.get(place), token);
        if (faithful && !same) {
          throw unfaithful(given, place);
        }
        String original = bridged.originals().get(place);
        sql.append(original == null ? bridged.written(token) : original);
        place = next(given, place + 1);
      }
    }
    if (faithful && place < given.size()) {
      throw unfaithful(given, place);
    }
    return sql.toString();
  }

  private static boolean isSame(Token given, Token written) {
    return given.text().equals(written.text()) || given.text().equalsIgnoreCase(written.text());
  }

  private static int next(List<Token> tokens, int from) {
    int place = from;
    while (place < tokens.size() && isNoise(tokens.get(place))) {
      place++;
    }
    return place;
  }

  /** Words that change nothing and that the parser adds or leaves out. */
  static boolean isNoise(Token token) {
    return token.kind() == TokenKind.WORD
        && (token.is("as") || token.is("outer") || token.is("inner"));
  }

  /** Nothing may be put back in the place of a limit, which would undo what was done to it. */
  private static void insistOnNumbers(Bridged bridged) {
    for (int place : bridged.originals().keySet()) {
      Token before = bridged.tokens().get(Math.max(0, place - 1));
      if (LIMITS.contains(before.text().toLowerCase(Locale.ROOT))) {
        throw new RefusedException(
            Rule.LIMIT_NOT_LITERAL,
            bridged.tokens().get(place).position(),
            "the row limit is not a number",
            "write it as a number");
      }
    }
  }

  private static RefusedException unfaithful(List<Token> given, int place) {
    Token token = given.get(Math.min(place, given.size() - 1));
    return new RefusedException(
        Rule.SYNTAX_UNFAITHFUL,
        token.position(),
        "the parser reads '" + token.text() + "' in another way than it is written",
        "write it in standard SQL");
  }
}
