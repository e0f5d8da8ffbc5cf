package dev.tributary.nl2sql.internal.scan;

/**
 * A piece of a statement.
 *
 * @param kind what it is
 * @param text how it is written, quotes included
 * @param position where it begins, as an index of a character of the statement
 */
public record Token(TokenKind kind, String text, int position) {

  /**
   * Tells whether it is a given word or symbol.
   *
   * @param word the word in any case, or the symbol
   * @return true if so; a quoted name or string never is
   */
  public boolean is(String word) {
    // Asked often of every token: most answers are in the length and the first character.
    return text.length() == word.length()
        && (kind == TokenKind.WORD || kind == TokenKind.SYMBOL)
        && (text.charAt(0) | 0x20) == (word.charAt(0) | 0x20)
        && text.equalsIgnoreCase(word);
  }

  /**
   * Tells whether it can be a name.
   *
   * @return true for words and quoted names
   */
  public boolean isName() {
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
  }

  /**
   * Tells whether it is a parameter with a dollar and a name.
   *
   * @return true for {@code $name}
   */
  public boolean isDollarParameter() {
    return kind == TokenKind.PARAMETER
        && text.charAt(0) == '$'
        && !Character.isDigit(text.charAt(1));
  }

  /**
   * The same place with another text.
   *
   * @param newKind what it is now
   * @param newText how it is written now
   * @return a new token
   */
  public Token with(TokenKind newKind, String newText) {
    return new Token(newKind, newText, position);
  }
}
