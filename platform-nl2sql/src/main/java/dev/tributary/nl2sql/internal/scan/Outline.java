package dev.tributary.nl2sql.internal.scan;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What can be said of a statement from its tokens alone: that it is one, a query, and shallow. */
public final class Outline {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private Outline() {}

  /**
   * Checks the outline of a statement.
   *
   * @param tokens its tokens
   * @param deepest how deep brackets and CASE may nest
   * @return the tokens without semicolons at the end
   * @throws RefusedException if it is empty, more than one, no query or too deep
   */
  public static List<Token> check(List<Token> tokens, int deepest) {
    List<Token> statement = single(tokens);
    if (statement.isEmpty()) {
      throw new RefusedException(
          Rule.STATEMENT_EMPTY, 0, "there is no statement", "write a SELECT");
    }
    refuseOtherKinds(statement);
    refuseDepth(statement, deepest);
    refuseMarks(statement);
    return statement;
  }

  private static List<Token> single(List<Token> tokens) {
    int end = tokens.size();
    while (end > 0 && tokens.get(end - 1).is(";")) {
      end--;
    }
    List<Token> statement = tokens.subList(0, end);
    for (Token token : statement) {
      if (token.is(";")) {
        throw new RefusedException(
            Rule.STATEMENT_MULTIPLE, token.position(), "a second statement", "send one at a time");
      }
    }
    return statement;
  }

  private static void refuseOtherKinds(List<Token> statement) {
    Token first = statement.getFirst();
    for (int i = 0; i < statement.size() && first.is("("); i++) {
      first = statement.get(i);
    }
    if (!first.is("SELECT") && !first.is("WITH") && !first.is("VALUES") && !first.is("TABLE")) {
      throw new RefusedException(
          Rule.STATEMENT_KIND,
          first.position(),
          "'" + first.text() + "' does not begin a query",
          "write a SELECT");
    }
  }

  private static void refuseDepth(List<Token> statement, int deepest) {
    Deque<Character> open = new ArrayDeque<>();
    int cases = 0;
    for (Token token : statement) {
      if (token.kind() != TokenKind.SYMBOL && token.kind() != TokenKind.WORD) {
        continue;
      }
      char symbol = token.kind() == TokenKind.SYMBOL ? token.text().charAt(0) : ' ';
      if (symbol == ' ') {
        cases = cases(token, cases);
      } else if (OPENING.indexOf(symbol) >= 0) {
        open.push(CLOSING.charAt(OPENING.indexOf(symbol)));
      } else if (CLOSING.indexOf(symbol) >= 0 && (open.isEmpty() || open.pop() != symbol)) {
        throw nesting(token, "'" + symbol + "' closes nothing", "match the brackets");
      }
      if (open.size() + cases > deepest) {
        throw nesting(token, "nesting deeper than " + deepest, "split the statement up");
      }
    }
    if (!open.isEmpty()) {
      throw nesting(statement.getLast(), "'" + open.peek() + "' is missing", "match the brackets");
    }
  }

  private static int cases(Token token, int cases) {
    if (token.is("CASE")) {
      return cases + 1;
    }
    return token.is("END") ? Math.max(0, cases - 1) : cases;
  }

  private static void refuseMarks(List<Token> statement) {
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      if (token.kind() != TokenKind.WORD) {
        continue;
      }
      if (token.is("INTO")) {
        throw new RefusedException(
            Rule.SELECT_INTO, token.position(), "INTO stores the result", "leave out INTO");
      }
      boolean lock = token.is("FOR") && i + 1 < statement.size() && locks(statement.get(i + 1));
      boolean share = token.is("LOCK") && i + 1 < statement.size() && statement.get(i + 1).is("IN");
      if (lock || share) {
        throw new RefusedException(
            Rule.ROW_LOCK, token.position(), "the query locks rows", "leave out the lock");
      }
    }
  }

  private static boolean locks(Token token) {
    return token.is("UPDATE") || token.is("SHARE") || token.is("NO") || token.is("KEY");
  }

  private static RefusedException nesting(Token token, String what, String remedy) {
    return new RefusedException(Rule.TEXT_NESTING, token.position(), what, remedy);
  }
}
