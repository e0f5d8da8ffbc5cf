package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.Arrays;
import java.util.List;

/**
 * A way of writing that the parser does not know, with one it reads in its place.
 *
 * @param written the pattern of what is written, element by element
 * @param read what the parser reads; empty if nothing
 */
record Twin(List<String> written, List<String> read) {

  /** Reads a line of the table: {@code written => read}. */
  static Twin parse(String line) {
    String[] sides = line.split("=>", -1);
    return new Twin(elements(sides[0]), elements(sides[1]));
  }

  boolean hasNames() {
    return written.contains("<name>") || written.contains("<names>");
  }

  private static List<String> elements(String side) {
    return side.isBlank() ? List.of() : Arrays.asList(side.strip().split(" +"));
  }

  /**
   * Compares the pattern with a statement.
   *
   * @param tokens the statement
   * @param start where to begin
   * @return how many tokens the pattern takes up there; 0 if it does not fit
   */
  int length(List<Token> tokens, int start) {
    int at = start;
    for (String element : written) {
      int taken = taken(element, tokens, at);
      if (taken < 0) {
        return 0;
      }
      at += taken;
    }
    return at - start;
  }

  private static int taken(String element, List<Token> tokens, int at) {
    if (element.startsWith("[")) {
      return isOneOf(element.substring(1, element.length() - 1), tokens, at) ? 1 : 0;
    }
    return switch (element) {
      case "<name>" -> name(tokens, at);
      case "<names>" -> names(tokens, at);
      case "<literal>" -> isLiteral(tokens, at) ? 1 : -1;
      case "<number>" -> is(TokenKind.NUMBER, tokens, at) ? 1 : -1;
      default -> isOneOf(element, tokens, at) ? 1 : -1;
    };
  }

  private static int name(List<Token> tokens, int start) {
    int at = start;
    while (at < tokens.size() && tokens.get(at).isName()) {
      at++;
      if (at >= tokens.size() || !tokens.get(at).is(".")) {
        // A name before a bracket may be a call, which the parser has to see.
        return at < tokens.size() && tokens.get(at).is("(") ? -1 : at - start;
      }
      at++;
    }
    return -1;
  }

  private static int names(List<Token> tokens, int start) {
    int at = start;
    while (true) {
      int taken = name(tokens, at);
      if (taken < 0) {
        return -1;
      }
      at += taken;
      if (at >= tokens.size() || !tokens.get(at).is(",")) {
        return at - start;
      }
      at++;
    }
  }

  private static boolean isLiteral(List<Token> tokens, int at) {
    return is(TokenKind.NUMBER, tokens, at)
        || is(TokenKind.STRING, tokens, at)
        || is(TokenKind.PARAMETER, tokens, at);
  }

  private static boolean is(TokenKind kind, List<Token> tokens, int at) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  private static boolean isOneOf(String words, List<Token> tokens, int at) {
    return at < tokens.size() && Arrays.stream(words.split("\\|")).anyMatch(tokens.get(at)::is);
  }
}
