package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement without the values it compares with. Only values directly after a comparison, or in
 * the list after IN, are left out: nothing the gate decides depends on what they are.
 *
 * @param key what all statements of the shape have in common
 * @param values the tokens that were left out, in order
 */
public record Shape(String key, List<Token> values) {
  private static final Set<String> COMPARISONS =
      Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "==", "like", "between");
  private static final int LONGEST_NUMBER = 18;

  /** No token contains it, since no statement may. */
  private static final char SEPARATOR = '\0';

  /**
   * Leaves out the values of a statement.
   *
   * @param tokens the statement
   * @return its shape
   */
  public static Shape of(List<Token> tokens) {
    StringBuilder key = new StringBuilder(8 * tokens.size());
    List<Token> values = new ArrayList<>();
    boolean list = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      list = inList(tokens, i, list);
      if (isValue(token) && (list || isCompared(tokens, i))) {
        // No token is empty, so this stands for no token.
        key.append(SEPARATOR).append(token.kind() == TokenKind.STRING ? 's' : 'n');
        values.add(token);
      } else {
        key.append(token.text());
      }
      key.append(SEPARATOR);
    }
    return new Shape(key.toString(), values);
  }

  /** A list of values lasts from the bracket after IN as long as there are only values. */
  private static boolean inList(List<Token> tokens, int place, boolean before) {
    Token token = tokens.get(place);
    if (token.is("(")) {
      return place > 0 && tokens.get(place - 1).is("IN");
    }
    return before && (token.is(",") || isValue(token));
  }

  private static boolean isCompared(List<Token> tokens, int place) {
    boolean between = place > 3 && tokens.get(place - 1).is("AND");
    int operator = between ? place - 3 : place - 1;
    return operator > 0
        && COMPARISONS.contains(lower(tokens.get(operator)))
        && (!between || (tokens.get(operator).is("BETWEEN") && isValue(tokens.get(place - 2))));
  }

  private static boolean isValue(Token token) {
    return switch (token.kind()) {
      case STRING -> token.text().charAt(0) == '\'' && token.text().indexOf('\\') < 0;
      case NUMBER -> token.text().length() <= LONGEST_NUMBER && isDigits(token.text());
      default -> false;
    };
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String lower(Token token) {
    return token.kind() == TokenKind.SYMBOL || token.kind() == TokenKind.WORD
        ? token.text().toLowerCase(Locale.ROOT)
        : "";
  }
}
