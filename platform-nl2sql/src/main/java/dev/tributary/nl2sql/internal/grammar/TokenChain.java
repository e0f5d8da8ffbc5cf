package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.grammar.Cuttings.Cutting;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.Token;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a statement as the parser's own lexer would cut them from {@link Bridged#text()},
 * without cutting that text once more. Used once.
 */
final class TokenChain {
  private final Cuttings cuttings;
  private final Token start = new Token();
  private Token last = start;
  private int position;

  private TokenChain(Cuttings cuttings) {
    this.cuttings = cuttings;
  }

  /**
   * Makes the tokens.
   *
   * @param bridged the statement
   * @param cuttings how the lexer cuts words
   * @return what stands before the first of them; null if only the lexer can tell how it cuts
   */
  static @Nullable Token of(Bridged bridged, Cuttings cuttings) {
    return new TokenChain(cuttings).of(bridged);
  }

  private @Nullable Token of(Bridged bridged) {
    Cutting before = Cutting.OTHER;
    for (var token : bridged.tokens()) {
      String text = token.text();
      Cutting cutting = cutting(token.kind(), text);
      if (cutting.isOther() || before.joins(text)) {
        return null;
      }
      add(cutting.kind(), text);
      before = cutting;
    }
    add(CCJSqlParserConstants.EOF, "");
    return start;
  }

  private Cutting cutting(TokenKind kind, String text) {
    return switch (kind) {
      case STRING -> isPlain(text) ? Cutting.TEXT : Cutting.OTHER;
      case NUMBER -> isWhole(text) ? Cutting.WHOLE_NUMBER : cuttings.of(text);
      default -> cuttings.of(text);
    };
  }

  /** Without a prefix and without backslashes, which the lexer has its own views of. */
  private static boolean isPlain(String text) {
    return text.charAt(0) == '\'' && text.indexOf('\\') < 0;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private void add(int kind, String text) {
    Token token = new Token(kind, text);
    token.beginLine = 1;
    token.endLine = 1;
    token.absoluteBegin = position + 1;
    token.beginColumn = position + 1;
    position += text.length();
    token.endColumn = position;
    token.absoluteEnd = position + 1;
    position++;
    last.next = token;
    last = token;
  }
}
