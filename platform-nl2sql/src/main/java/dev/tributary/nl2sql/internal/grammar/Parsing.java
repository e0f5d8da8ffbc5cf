package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.time.Duration;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.feature.Feature;
import net.sf.jsqlparser.parser.feature.FeatureConfiguration;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Calls the parser on the caller's own thread. What could hurt is bounded: the scan bounds length
 * and depth, a stack that overflows all the same is a refusal, and after the time limit the JDK's
 * shared timer asks the parser to stop, which it looks for at every token.
 */
public final class Parsing {
  /** No text of this length takes the parser more than tens of milliseconds, whatever it says. */
  private static final int HARMLESS_LENGTH = 512;

  private final Watch watch;
  private final FeatureConfiguration features;
  private final Cuttings cuttings = new Cuttings();
  private final long millis;

  /**
   * Makes a way to parse.
   *
   * @param backslashEscapes whether a backslash escapes the next character of a string
   * @param time how long one statement may take
   */
  public Parsing(boolean backslashEscapes, Duration time) {
    this.features =
        new FeatureConfiguration()
            .setValue(Feature.allowComplexParsing, true)
            .setValue(Feature.allowBackslashEscapeCharacter, backslashEscapes);
    this.millis = time.toMillis();
    this.watch = new Watch(time);
  }

  /**
   * Parses a query whose tokens are known, so that they are not cut once more if that can be
   * helped.
   *
   * @param bridged the query
   * @return its tree
   * @throws RefusedException if it is no query the parser knows, or takes too long
   */
  public Select parse(Bridged bridged) {
    Token start = TokenChain.of(bridged, cuttings);
    return start == null
        ? parse(bridged.text())
        : read(new TokenParser(start, features), bridged.length());
  }

  /**
   * Parses a query.
   *
   * @param text the query
   * @return its tree
   * @throws RefusedException if it is no query the parser knows, or takes too long
   */
  public Select parse(String text) {
    CCJSqlParser parser = new CCJSqlParser(new StringProvider(text));
    return read(parser.withConfiguration(features), text.length());
  }

  // The parser is a new one each time: one that is kept gets old, and then each token it takes
  // costs
  // the garbage collector's barriers more than making its tables anew.
  private Select read(CCJSqlParser parser, int length) {
    return length < HARMLESS_LENGTH ? read(parser) : readInTime(parser);
  }

  private Select readInTime(CCJSqlParser parser) {
    watch.begin(parser);
    try {
      return read(parser);
    } finally {
      watch.end(parser);
    }
  }

  private Select read(CCJSqlParser parser) {
    Statement statement;
    try {
      statement = parser.Statement();
    } catch (ParseException | RuntimeException e) {
      // Some of its own checks throw what the caller is to blame for elsewhere.
      throw parser.interrupted ? tooSlow() : notUnderstood();
    } catch (StackOverflowError e) {
      throw new RefusedException(
          Rule.TEXT_NESTING, 0, "the statement nests too deep", "split the statement up");
    }
    return query(statement);
  }

  private static Select query(Statement statement) {
    if (statement instanceof Select select) {
      return select;
    }
    throw new RefusedException(
        Rule.STATEMENT_KIND, 0, "the statement is not a query", "write a SELECT");
  }

  private RefusedException tooSlow() {
    return new RefusedException(
        Rule.SYNTAX_TIME,
        0,
        "the parser needed more than " + millis + " ms",
        "write a simpler statement");
  }

  private static RefusedException notUnderstood() {
    return new RefusedException(
        Rule.SYNTAX_UNKNOWN,
        0,
        "the parser does not understand the statement",
        "write it in standard SQL");
  }
}
