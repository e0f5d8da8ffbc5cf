package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says in the parser's grammar what a dialect says in its own. Each rewriting is local and keeps
 * the meaning: hints are left out, an operator is replaced by its standard twin, a name the parser
 * keeps for itself by a stand-in that is put back in the written SQL.
 */
public final class Bridge {
  static final String STAND_IN = "tributary_name_";
  private static final Set<String> KEPT_WORDS =
      Set.of(
          "all",
          "and",
          "any",
          "between",
          "case",
          "check",
          "connect",
          "cross",
          "else",
          "end",
          "except",
          "exists",
          "fetch",
          "for",
          "foreign",
          "full",
          "group",
          "having",
          "if",
          "in",
          "inner",
          "intersect",
          "is",
          "join",
          "lateral",
          "left",
          "like",
          "limit",
          "minus",
          "natural",
          "not",
          "offset",
          "on",
          "only",
          "or",
          "order",
          "outer",
          "pivot",
          "procedure",
          "qualify",
          "right",
          "some",
          "start",
          "then",
          "union",
          "unique",
          "unpivot",
          "using",
          "when",
          "window");
  private static final Set<String> AFTER_IS =
      Set.of(
          "null",
          "true",
          "false",
          "distinct",
          "unknown",
          "json",
          "of",
          "a",
          "document",
          "normalized",
          "nfc",
          "nfd",
          "nfkc",
          "nfkd",
          "empty",
          "nan",
          "infinite",
          "present");
  private static final Set<String> SELECT_HINTS =
      Set.of(
          "high_priority",
          "straight_join",
          "sql_small_result",
          "sql_big_result",
          "sql_buffer_result",
          "sql_cache",
          "sql_no_cache",
          "sql_calc_found_rows");

  private static final Set<String> BEFORE_HINT = Set.of("select", "distinct", "all");
  private static final Set<String> AFTER_NAME =
      Set.of(
          ",",
          ")",
          "from",
          "where",
          "group",
          "having",
          "window",
          "order",
          "limit",
          "offset",
          "fetch",
          "union",
          "except",
          "intersect",
          "join",
          "on",
          "left",
          "right",
          "inner",
          "cross",
          "full",
          "natural",
          "using");

  private final Set<Habit> habits;
  private final Twins twins;
  private final List<Token> source;
  private final List<Token> bridged = new ArrayList<>();
  private final Map<String, String> standIns = new HashMap<>();
  private final Map<Integer, String> originals = new HashMap<>();
  private int at;

  /** What only some dialects have. */
  public enum Habit {
    /** {@code a IS b} compares values. */
    IS_VALUE,
    /** {@code INDEXED BY} names an index. */
    INDEXED_BY,
    /** {@code USE INDEX} and words after SELECT are hints. */
    MYSQL_HINTS
  }

  private Bridge(List<Token> source, Set<Habit> habits, Twins twins) {
    this.source = source;
    this.habits = habits;
    this.twins = twins;
  }

  /**
   * Rewrites a statement for the parser.
   *
   * @param source the statement's tokens
   * @param habits what its dialect has
   * @param twins ways of writing of its dialect
   * @return the same statement as the parser understands it
   */
  public static Bridged cross(List<Token> source, Set<Habit> habits, Twins twins) {
    Bridge bridge = new Bridge(source, habits, twins);
    while (bridge.at < source.size()) {
      bridge.step();
    }
    return new Bridged(bridge.bridged, bridge.standIns, bridge.originals);
  }

  private void step() {
    Token token = source.get(at);
    Twin twin = canBeTwin() ? twins.at(source, at) : null;
    if (twin != null) {
      twin(twin);
    } else if (token.kind() == TokenKind.WORD) {
      word(token);
    } else if (token.is("==")) {
      keep(token.with(TokenKind.SYMBOL, "="));
    } else if (isBeyondParser(token)) {
      keep(standIn(token));
    } else if (token.isDollarParameter()) {
      // The parser knows it as :name.
      originals.put(bridged.size(), token.text());
      keep(token.with(TokenKind.PARAMETER, ":" + token.text().substring(1)));
    } else {
      keep(token);
    }
  }

  /** Names by number or bound later, and quoted names with a dot, which the parser takes apart. */
  private boolean isBeyondParser(Token token) {
    boolean parameter = token.kind() == TokenKind.PARAMETER || token.is("?");
    return (parameter && (previousIs(".") || previousIs("AS")))
        || (token.kind() == TokenKind.QUOTED && token.text().indexOf('.') >= 0);
  }

  private void word(Token token) {
    if (previousIs(".") || isKeptWordAsName(token)) {
      keep(isKept(token) ? standIn(token) : token);
    } else if (habits.contains(Habit.IS_VALUE) && token.is("IS") && !bridged.isEmpty()) {
      is(token);
    } else if (habits.contains(Habit.INDEXED_BY) && beginsIndexedBy()) {
      skipIndexedBy();
    } else if (habits.contains(Habit.MYSQL_HINTS) && beginsIndexHint(token)) {
      skipIndexHint();
    } else if (token.is("OFFSET") && nextIs(2, "LIMIT") && at + 3 < source.size()) {
      limitBeforeOffset();
    } else if (!(habits.contains(Habit.MYSQL_HINTS) && isSelectHint(token))) {
      keep(token);
    } else {
      at++;
    }
  }

  /** Names stand after a dot or AS, and a word before a bracket may call a function. */
  private boolean canBeTwin() {
    boolean named = bridged.isEmpty() || previousIs(".") || previousIs("AS");
    return !named
        && !(source.get(at).kind() == TokenKind.WORD
            && source.get(at).is("GLOB")
            && nextIs(1, "("));
  }

  /** Notes what was written at the last token the parser reads in its place. */
  private void twin(Twin twin) {
    int end = at + twin.length(source, at);
    Spacing original = new Spacing();
    if (twin.read().isEmpty()) {
      original.append(originals.getOrDefault(bridged.size() - 1, bridged.getLast().text()));
    }
    source.subList(at, end).forEach(token -> original.append(token.text()));
    int first = bridged.size();
    twin.read().forEach(text -> bridged.add(twinToken(text)));
    for (int i = first; i < bridged.size() - 1; i++) {
      originals.put(i, "");
    }
    originals.put(bridged.size() - 1, original.toString());
    at = end;
  }

  private Token twinToken(String text) {
    TokenKind kind = Character.isLetter(text.charAt(0)) ? TokenKind.WORD : TokenKind.SYMBOL;
    return source.get(at).with(kind, text);
  }

  private void is(Token token) {
    boolean negated = nextIs(1, "NOT");
    int operand = at + (negated ? 2 : 1);
    boolean standard = operand >= source.size() || !isValue(source.get(operand));
    keep(token);
    if (standard) {
      return;
    }
    at = operand;
    if (!negated) {
      bridged.add(token.with(TokenKind.WORD, "NOT"));
    }
    bridged.add(token.with(TokenKind.WORD, "DISTINCT"));
    bridged.add(token.with(TokenKind.WORD, "FROM"));
  }

  private static boolean isValue(Token token) {
    return token.kind() != TokenKind.WORD || !AFTER_IS.contains(lower(token));
  }

  /** The two clauses may stand in either order; the parser writes this one. */
  private void limitBeforeOffset() {
    bridged.add(source.get(at + 2));
    bridged.add(source.get(at + 3));
    bridged.add(source.get(at));
    bridged.add(source.get(at + 1));
    at += 4;
  }

  private boolean beginsIndexedBy() {
    Token token = source.get(at);
    boolean named = token.is("INDEXED") && nextIs(1, "BY") && !nextIs(3, "(");
    return named || (token.is("NOT") && nextIs(1, "INDEXED"));
  }

  private void skipIndexedBy() {
    if (source.get(at).is("NOT")) {
      at += 2;
      return;
    }
    at += 3;
    while (at < source.size() && source.get(at).is(".")) {
      at += 2;
    }
  }

  private boolean beginsIndexHint(Token token) {
    return (token.is("USE") || token.is("FORCE") || token.is("IGNORE"))
        && (nextIs(1, "INDEX") || nextIs(1, "KEY"));
  }

  private void skipIndexHint() {
    at += 2;
    while (at < source.size() && !source.get(at).is("(")) {
      at++;
    }
    while (at < source.size() && !source.get(at).is(")")) {
      at++;
    }
    at++;
  }

  private boolean isSelectHint(Token token) {
    return SELECT_HINTS.contains(lower(token))
        && !bridged.isEmpty()
        && BEFORE_HINT.contains(lower(bridged.getLast()))
        && at + 1 < source.size()
        && !nextIs(1, ",")
        && !nextIs(1, "FROM");
  }

  /** Only where nothing but a name can stand: after AS and before what ends a select item. */
  private boolean isKeptWordAsName(Token token) {
    return previousIs("AS")
        && isKept(token)
        && (at + 1 == source.size() || AFTER_NAME.contains(lower(source.get(at + 1))));
  }

  private static boolean isKept(Token token) {
    return KEPT_WORDS.contains(lower(token));
  }

  private Token standIn(Token token) {
    String name = STAND_IN + standIns.size();
    standIns.put(name, token.text());
    return token.with(TokenKind.WORD, name);
  }

  private void keep(Token token) {
    bridged.add(token);
    at++;
  }

  private boolean previousIs(String word) {
    return at > 0 && source.get(at - 1).is(word);
  }

  private boolean nextIs(int ahead, String word) {
    return at + ahead < source.size() && source.get(at + ahead).is(word);
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
