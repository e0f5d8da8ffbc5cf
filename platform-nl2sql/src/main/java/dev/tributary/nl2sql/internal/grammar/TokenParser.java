package dev.tributary.nl2sql.internal.grammar;

import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserTokenManager;
import net.sf.jsqlparser.parser.SimpleCharStream;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.feature.FeatureConfiguration;

/** A parser of tokens that were cut before. It has no text, so it takes its features from here. */
final class TokenParser extends CCJSqlParser {
  private static final CCJSqlParserTokenManager END = new End();

  private final FeatureConfiguration features;

  /**
   * Makes a parser.
   *
   * @param start what stands before the first token
   * @param features how it parses
   */
  TokenParser(Token start, FeatureConfiguration features) {
    super(END);
    this.features = features;
    this.token = start;
  }

  @Override
  public FeatureConfiguration getConfiguration() {
    return features;
  }

  /** A lexer that is always at its end. Immutable. */
  private static final class End extends CCJSqlParserTokenManager {
    End() {
      super(new SimpleCharStream(new StringProvider(""), 1, 1));
    }

    @Override
    public Token getNextToken() {
      return new Token(CCJSqlParserConstants.EOF, "");
    }
  }
}
