package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import java.util.List;
import java.util.Map;

/**
 * A statement as the parser understands it.
 *
 * @param tokens its tokens
 * @param standIns names that stand for others, with what to write in their place
 * @param originals what was written in the place of a token, by its index; empty if nothing
 */
public record Bridged(
    List<Token> tokens, Map<String, String> standIns, Map<Integer, String> originals) {

  /**
   * The text the parser reads: every token apart from the next by a blank.
   *
   * @return the text
   */
  String text() {
    StringBuilder text = new StringBuilder(8 * tokens.size());
    for (Token token : tokens) {
      text.append(token.text()).append(' ');
    }
    return text.toString();
  }

  /** How long {@link #text()} is. */
  int length() {
    int length = tokens.size();
    for (Token token : tokens) {
      length += token.text().length();
    }
    return length;
  }

  String written(Token token) {
    return standIns.isEmpty() ? token.text() : standIns.getOrDefault(token.text(), token.text());
  }
}
