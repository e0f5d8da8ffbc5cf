package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.check.CallCheck;
import dev.tributary.nl2sql.internal.check.Found;
import dev.tributary.nl2sql.internal.check.QueryRules;
import dev.tributary.nl2sql.internal.check.RowLimit;
import dev.tributary.nl2sql.internal.check.Spelling;
import dev.tributary.nl2sql.internal.grammar.Bridge;
import dev.tributary.nl2sql.internal.grammar.Bridged;
import dev.tributary.nl2sql.internal.grammar.Loosening;
import dev.tributary.nl2sql.internal.grammar.Parsing;
import dev.tributary.nl2sql.internal.grammar.Rendering;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.scan.Lexis;
import dev.tributary.nl2sql.internal.scan.Outline;
import dev.tributary.nl2sql.internal.scan.Scanner;
import dev.tributary.nl2sql.internal.scan.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Scan, outline, bridge, parse, examine, write: each step refuses what the next could not bear.
 * Thread-safe.
 */
public final class Gate {
  private static final Set<Rule> SECOND_READING =
      Set.of(Rule.SYNTAX_UNKNOWN, Rule.SYNTAX_UNFAITHFUL);

  private final GateSettings settings;
  private final Parsing parsing;
  private final KnownShapes shapes;

  /**
   * Makes a gate.
   *
   * @param settings how it works
   */
  public Gate(GateSettings settings) {
    this.settings = settings;
    boolean escapes = settings.lexis().traits().contains(Lexis.Trait.BACKSLASH_ESCAPES);
    this.shapes = new KnownShapes(settings.shapes());
    this.parsing = new Parsing(escapes, settings.bounds().time());
  }

  /**
   * Examines a statement.
   *
   * @param sql the statement
   * @return what may run
   * @throws RefusedException if nothing may
   */
  public Passed examine(String sql) {
    refuseLength(sql);
    try {
      List<Token> tokens = scan(sql);
      return shapes.remembers() ? remembered(tokens) : examineTokens(tokens);
    } catch (StackOverflowError e) {
      throw new RefusedException(
          Rule.TEXT_NESTING, 0, "the statement nests too deep", "split the statement up");
    }
  }

  private Passed remembered(List<Token> tokens) {
    Shape shape = Shape.of(tokens);
    Passed known = shapes.find(shape);
    if (known != null) {
      return known;
    }
    Passed passed = examineTokens(tokens);
    shapes.remember(shape, passed, Shape.of(scan(passed.sql())));
    return passed;
  }

  private Passed examineTokens(List<Token> scanned) {
    List<Token> tokens = Outline.check(scanned, settings.bounds().nesting());
    Bridged bridged = Bridge.cross(tokens, settings.habits(), settings.twins());
    try {
      return examine(tokens, bridged, parsing.parse(bridged));
    } catch (RefusedException e) {
      if (!SECOND_READING.contains(e.refusal().rule())) {
        throw e;
      }
      return secondReading(tokens, bridged, e);
    }
  }

  private Passed secondReading(List<Token> tokens, Bridged bridged, RefusedException first) {
    Bridged loose = Loosening.loosen(bridged, settings.looseWords());
    Select query;
    try {
      query = parsing.parse(loose);
    } catch (RefusedException e) {
      throw first;
    }
    return examine(tokens, loose, query);
  }

  private Passed examine(List<Token> tokens, Bridged bridged, Select query) {
    Spelling spelling = new Spelling(tokens, bridged.standIns());
    Found found = new QueryRules(settings.policy(), spelling).examine(query);
    String text = query.toString();
    boolean plain = Rendering.isPlain(bridged, text);
    String sql = plain ? text : Rendering.faithful(bridged, scan(text));
    CallCheck.insistOn(bridged.tokens(), found, spelling);
    if (settings.rowLimit() == 0) {
      return new Passed(sql, found, List.of());
    }
    List<String> limits = new RowLimit(settings.rowLimit()).apply(query);
    if (limits.isEmpty()) {
      return new Passed(sql, found, limits);
    }
    String limited = query.toString();
    return new Passed(plain ? limited : Rendering.limited(bridged, scan(limited)), found, limits);
  }

  private List<Token> scan(String text) {
    return Scanner.scan(text, settings.lexis(), settings.bounds().tokens());
  }

  private void refuseLength(String sql) {
    int most = settings.bounds().bytes();
    if (sql.length() > most || sql.getBytes(StandardCharsets.UTF_8).length > most) {
      throw new RefusedException(
          Rule.TEXT_LENGTH,
          most,
          "the statement is longer than " + most + " bytes",
          "ask for less in one statement");
    }
    if (sql.indexOf('\0') >= 0) {
      throw new RefusedException(
          Rule.TEXT_CHARACTER, sql.indexOf('\0'), "the character U+0000", "remove it");
    }
  }
}
