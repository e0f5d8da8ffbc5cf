package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A second reading for statements the parser does not understand. Predicates and operators, which
 * call and read nothing themselves, are read as sums of their operands, so that all operands still
 * reach the examination; names that the parser keeps for itself are read as names where nothing but
 * a name can stand. What was written is put back at the end.
 *
 * <p>One per statement; not thread-safe.
 */
public final class Loosening {
  private static final int NO_FRAME = -1;
  private static final String DISTINCT_ON = "distinct on";
  private static final Set<String> AFTER_CALL =
      Set.of("over", "filter", "within", "ignore", "respect");
  private static final Set<String> IN_WINDOW =
      Set.of("order", "partition", "rows", "range", "groups", ")");
  private static final Set<String> FRAMES = Set.of("rows", "range", "groups");
  private static final Set<String> SAMPLES = Set.of("bernoulli", "system", "reservoir", "poisson");
  private static final Set<String> SET_OPERATIONS = Set.of("union", "except", "intersect");

  private final Reading reading;
  private final LooseWords words;
  private final Deque<String> openers = new ArrayDeque<>();
  private final Set<Integer> doubled = new HashSet<>();
  private final Operators operators;
  private final CallArguments arguments;
  private final NamePlaces names;
  private int frame = NO_FRAME;
  private int windows = NO_FRAME;
  private boolean begins;

  private Loosening(Bridged given, LooseWords words) {
    this.reading = new Reading(given);
    this.words = words;
    this.operators = new Operators(reading, words);
    this.arguments = new CallArguments(reading, words);
    this.names = new NamePlaces(reading, words);
  }

  /**
   * Reads a statement in the second way.
   *
   * @param given the statement as the parser did not understand it
   * @param words the words and operators of its dialect
   * @return the same statement in another reading
   */
  public static Bridged loosen(Bridged given, LooseWords words) {
    Loosening loosening = new Loosening(given, words);
    while (!loosening.reading.atEnd()) {
      loosening.step();
    }
    return loosening.reading.result();
  }

  private void step() {
    boolean operand = !begins && words.endsOperand(reading.peek(-1));
    begins = false;
    if (reading.is(0, "(")) {
      open();
    } else if (reading.is(0, ")")) {
      close();
    } else if (!frame()
        && !clause()
        && !slice()
        && !sample()
        && !arguments.read(openers.peek(), operand)
        && !names.read(operand)
        && !operators.read(operand)) {
      reading.keep();
    }
  }

  private void open() {
    String name = word(-1);
    boolean call = reading.isName(-1) && !Keywords.beforeBracket(name);
    boolean window = name.equals("over") || (name.equals("as") && windows == openers.size());
    boolean distinctOn = name.equals("on") && reading.is(-2, "DISTINCT");
    int close = reading.closing();
    if (!call && !window && isCallInBrackets(close)) {
      doubled.add(close - 1);
      reading.readAs(2, TokenKind.WORD, reading.text(1));
      return;
    }
    openers.push(distinctOn ? DISTINCT_ON : name);
    if (window
        && reading.isName(1)
        && IN_WINDOW.contains(word(2))
        && !IN_WINDOW.contains(word(1))) {
      // A window that builds on another, by its name.
      reading.readAs(2, TokenKind.SYMBOL, "(");
    } else {
      reading.keep();
      if (!call && !window && reading.is(0, ")")) {
        reading.insert(TokenKind.WORD, "NULL");
      }
    }
  }

  /** As in {@code (f(x)) OVER (..)}, which is read as {@code f(x) OVER (..)}. */
  private boolean isCallInBrackets(int close) {
    return reading.isName(1)
        && reading.is(2, "(")
        && AFTER_CALL.contains(reading.wordAt(close + 1))
        && reading.closing(2) == close - 1;
  }

  private void close() {
    String opener = openers.isEmpty() ? "" : openers.pop();
    if (doubled.contains(reading.position())) {
      reading.readAs(2, TokenKind.SYMBOL, ")");
    } else if (opener.equals("using") && reading.is(1, "AS") && reading.isName(2)) {
      // The name of the common columns of a join.
      reading.readAs(3, TokenKind.SYMBOL, ")");
    } else {
      reading.keep();
    }
    begins = opener.equals(DISTINCT_ON);
  }

  /** The BETWEEN and AND of a window's frame are no predicate. */
  private boolean frame() {
    if (reading.is(0, "BETWEEN") && FRAMES.contains(word(-1))) {
      frame = openers.size();
    } else if (reading.is(0, "AND") && frame == openers.size()) {
      frame = NO_FRAME;
    } else {
      return false;
    }
    reading.keep();
    return true;
  }

  private boolean clause() {
    if (reading.follows("SELECT", "ALL") && !words.closes(reading.peek(2))) {
      reading.readAs(2, TokenKind.WORD, "SELECT");
    } else if (reading.follows("COLLATION", "FOR", "(")) {
      reading.readAs(2, TokenKind.WORD, "COLLATION");
    } else if (reading.is(-1, ")") && reading.follows(".", "*")) {
      reading.keep();
      reading.readAs(1, TokenKind.WORD, Bridge.STAND_IN + "all");
    } else if (reading.is(0, "WINDOW") && reading.isName(1) && reading.is(2, "AS")) {
      windows = openers.size();
      reading.keep();
    } else if (reading.follows("GROUPING", "SETS")) {
      reading.readAs(2, TokenKind.WORD, "ROLLUP");
    } else if (reading.follows("BY", "DISTINCT")) {
      reading.readAs(2, TokenKind.WORD, "BY");
    } else if (reading.is(0, "USING") && operators.isOperator(1)) {
      reading.readAs(2, TokenKind.WORD, "ASC");
    } else if (joinsQueriesOfArgument()) {
      reading.readAs(reading.is(1, "(") ? 1 : 2, TokenKind.SYMBOL, ",");
    } else {
      return false;
    }
    return true;
  }

  /** As in {@code TABLESAMPLE (BUCKET 1 OUT OF 5)}, which is read in the standard's way. */
  private boolean sample() {
    int opening = reading.is(1, "(") ? 1 : 2;
    boolean known = opening == 1 || SAMPLES.contains(word(1));
    if (!reading.is(0, "TABLESAMPLE") || !reading.is(opening, "(") || !known) {
      return false;
    }
    int length = reading.closing(opening) - reading.position() + 1;
    for (int i = opening + 1; i < length - 1; i++) {
      if (!reading.is(i, TokenKind.NUMBER) && !words.isSampleWord(reading.peek(i))) {
        return false;
      }
    }
    reading.readAs(length, TokenKind.WORD, "TABLESAMPLE");
    reading.insert(TokenKind.WORD, "BERNOULLI");
    reading.insert(TokenKind.SYMBOL, "(");
    reading.insert(TokenKind.NUMBER, "10");
    reading.insert(TokenKind.SYMBOL, ")");
    return true;
  }

  /** A part of an array without a beginning or an end. */
  private boolean slice() {
    if (!reading.is(0, ":") || !(reading.is(-1, "[") || reading.is(1, "]"))) {
      return false;
    }
    if (reading.is(-1, "[")) {
      reading.insert(TokenKind.NUMBER, "1");
    }
    reading.keep();
    if (reading.is(0, "]")) {
      reading.insert(TokenKind.NUMBER, "1");
    }
    return true;
  }

  /** As in {@code f((SELECT 1) UNION (SELECT 2))}, which is read as two arguments. */
  private boolean joinsQueriesOfArgument() {
    String opener = openers.peek();
    return opener != null
        && !opener.isEmpty()
        && !Keywords.beforeBracket(opener)
        && SET_OPERATIONS.contains(word(0))
        && reading.is(-1, ")")
        && (reading.is(1, "(") || reading.is(2, "("));
  }

  private String word(int ahead) {
    Token token = reading.peek(ahead);
    return token == null ? "" : LooseWords.lower(token);
  }
}
