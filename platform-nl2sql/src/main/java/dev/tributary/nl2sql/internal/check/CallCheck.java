package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.grammar.Keywords;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A second look at the calls, on the text that will run: whatever stands before a bracket must be a
 * keyword or have been examined in the tree. It holds also where the parser keeps text as text.
 */
public final class CallCheck {
  private CallCheck() {}

  /**
   * Insists that every call was examined.
   *
   * @param written the tokens that will run
   * @param found what was examined
   * @param spelling what the names of the tree stand for
   * @throws RefusedException at the first call that was not
   */
  public static void insistOn(List<Token> written, Found found, Spelling spelling) {
    Set<String> examined = new HashSet<>(found.derived());
    found.functions().forEach(name -> examined.add(name.substring(name.lastIndexOf('.') + 1)));
    for (int i = 0; i + 1 < written.size(); i++) {
      Token token = written.get(i);
      if (!token.isName() || !written.get(i + 1).is("(") || marksOuterJoin(written, i + 1)) {
        continue;
      }
      String name = spelling.folded(token.text());
      boolean keyword =
          !Names.isQuoted(spelling.written(token.text())) && Keywords.beforeBracket(name);
      if (!keyword && !examined.contains(name) && !isTable(name, found)) {
        throw new RefusedException(
            Rule.FUNCTION_UNLISTED,
            token.position(),
            "'" + name + "' before a bracket is neither a function nor a keyword",
            "use a function of the list");
      }
    }
  }

  /** As in {@code t.a(+)}. */
  private static boolean marksOuterJoin(List<Token> written, int bracket) {
    return bracket + 2 < written.size()
        && written.get(bracket + 1).is("+")
        && written.get(bracket + 2).is(")");
  }

  private static boolean isTable(String name, Found found) {
    return found.tables().stream().anyMatch(table -> table.endsWith(name));
  }
}
