package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.scan.Token;
import java.util.List;
import java.util.Map;

/** How the names of the tree are written in the statement, and where. */
public final class Spelling {
  private final List<Token> tokens;
  private final Map<String, String> standIns;

  /**
   * Knows the spelling of one statement.
   *
   * @param tokens its tokens
   * @param standIns names of the tree that stand for others, with what is written
   */
  public Spelling(List<Token> tokens, Map<String, String> standIns) {
    this.tokens = tokens;
    this.standIns = standIns;
  }

  /**
   * Finds where a name stands.
   *
   * @param name a name of the tree
   * @return where it first stands, or where the statement begins if it is spread over tokens
   */
  public int position(String name) {
    String folded = folded(name);
    for (Token token : tokens) {
      if (token.isName() && Names.folded(token.text()).equals(folded)) {
        return token.position();
      }
    }
    return tokens.isEmpty() ? 0 : tokens.getFirst().position();
  }

  /**
   * Folds a name for comparison.
   *
   * @param name a name of the tree
   * @return as written, without quotes, in lower case
   */
  public String folded(String name) {
    return Names.folded(written(name));
  }

  /**
   * Finds out what a name stands for.
   *
   * @param name a name of the tree
   * @return the name as written, with its quotes
   */
  public String written(String name) {
    return standIns.isEmpty() ? name : standIns.getOrDefault(name, name);
  }
}
