package dev.tributary.nl2sql.internal.grammar;

import dev.tributary.nl2sql.internal.list.NameList;
import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and operators as the second reading knows them. Immutable. */
public final class LooseWords {
  private final Set<String> operators;
  private final Set<String> symbols;
  private final Set<String> openers;
  private final Set<String> closers;
  private final Set<String> names;
  private final Set<String> aliases;
  private final Set<String> calls;
  private final Set<String> types;
  private final boolean anyType;
  private final boolean typedLiterals;

  private LooseWords(String dialect, Set<String> types, boolean anyType) {
    NameList list = NameList.looseWords();
    this.operators = new HashSet<>(list.section("operators"));
    this.operators.addAll(list.section(dialect));
    this.symbols = list.section("symbols");
    this.openers = list.section("openers");
    this.closers = list.section("closers");
    this.names = list.section("names");
    this.aliases = list.section("aliases");
    this.calls = list.section("calls");
    this.types = types;
    this.anyType = anyType;
    this.typedLiterals = dialect.equals("postgresql");
  }

  /**
   * Reads the words of a dialect.
   *
   * @param dialect the section of the list
   * @param types the types that are known
   * @param anyType whether others may be written too
   * @return its words
   */
  public static LooseWords of(String dialect, Set<String> types, boolean anyType) {
    return new LooseWords(dialect, types, anyType);
  }

  static String lower(Token token) {
    return token.kind() == TokenKind.WORD
        ? token.text().toLowerCase(Locale.ROOT)
        : token.kind() == TokenKind.SYMBOL ? token.text() : "";
  }

  /** Whether a word stands between or before operands. */
  boolean isOperatorWord(@Nullable Token token) {
    return token != null && operators.contains(lower(token));
  }

  /** Whether a symbol is an operator of the server's own. */
  boolean isOperatorSymbol(@Nullable Token token) {
    return token != null && token.kind() == TokenKind.SYMBOL && symbols.contains(token.text());
  }

  /** Whether what comes next is an operator rather than an operand. */
  boolean endsOperand(@Nullable Token token) {
    if (token == null) {
      return false;
    }
    return switch (token.kind()) {
      case SYMBOL -> token.is(")") || token.is("]");
      case WORD -> !openers.contains(lower(token)) && !operators.contains(lower(token));
      default -> true;
    };
  }

  /** Whether an operand or name cannot go on here. */
  boolean closes(@Nullable Token token) {
    if (token == null) {
      return true;
    }
    return switch (token.kind()) {
      case SYMBOL -> !token.is("(") && !token.is("{");
      case WORD -> closers.contains(lower(token)) || operators.contains(lower(token));
      default -> false;
    };
  }

  /** Whether the end of a list comes, where no operand can. */
  boolean closesList(@Nullable Token token) {
    return token == null || token.is(",") || token.is(")");
  }

  /** Whether a word says how a sample is taken; with a catalog a column is not for it to name. */
  boolean isSampleWord(@Nullable Token token) {
    return token != null
        && token.kind() == TokenKind.WORD
        && (anyType || Set.of("percent", "rows", "bucket", "out", "of").contains(lower(token)));
  }

  boolean opens(Token token) {
    return openers.contains(lower(token)) || operators.contains(lower(token));
  }

  /** Whether a name before a string says of what type it is. */
  boolean typedLiterals() {
    return typedLiterals;
  }

  boolean mayBeName(@Nullable Token token) {
    return token != null && names.contains(lower(token));
  }

  /** Whether an operator can also be called. */
  boolean mayBeCall(@Nullable Token token) {
    return token != null && calls.contains(lower(token));
  }

  boolean mayBeAlias(@Nullable Token token) {
    return token != null && aliases.contains(lower(token));
  }

  boolean isType(Token token) {
    return token.isName() && (anyType || types.contains(lower(token)));
  }

  boolean isKnownType(Token token) {
    return types.contains(lower(token));
  }
}
