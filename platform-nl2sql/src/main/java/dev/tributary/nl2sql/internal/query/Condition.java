package dev.tributary.nl2sql.internal.query;

import dev.tributary.nl2sql.internal.schema.Attribute;
import java.util.List;

/** What rows or groups must fulfil. */
public sealed interface Condition {

  /**
   * A comparison.
   *
   * @param left what is compared
   * @param operator how
   * @param right with what
   */
  record Comparison(Expression left, Operator operator, Operand right) implements Condition {}

  /**
   * A text contains, begins with or ends with another, whatever the case.
   *
   * @param attribute the column
   * @param pattern the pattern with % for anything
   * @param negated whether it must not
   */
  record Like(Attribute attribute, String pattern, boolean negated) implements Condition {}

  /**
   * There is no value, or there is.
   *
   * @param attribute the column
   * @param missing whether there must be none
   */
  record Missing(Attribute attribute, boolean missing) implements Condition {}

  /**
   * The value is, or is not, among those of a query.
   *
   * @param attribute the column
   * @param query the query, of one column
   * @param negated whether it must not be among them
   */
  record Among(Attribute attribute, Query query, boolean negated) implements Condition {}

  /**
   * Several values are, together, among the rows of a query.
   *
   * @param of the values
   * @param query the query, of as many columns
   */
  record Matched(List<Expression> of, Query query) implements Condition {
    /** Copies the list. */
    public Matched {
      of = List.copyOf(of);
    }
  }

  /**
   * At least one of several.
   *
   * @param choices which
   */
  record Either(List<Condition> choices) implements Condition {
    /** Copies the list. */
    public Either {
      choices = List.copyOf(choices);
    }
  }

  /**
   * All of several.
   *
   * @param parts which
   */
  record Both(List<Condition> parts) implements Condition {
    /** Copies the list. */
    public Both {
      parts = List.copyOf(parts);
    }
  }

  /** What a value is compared with. */
  sealed interface Operand {}

  /**
   * A text or a day.
   *
   * @param text the text as it is stored
   */
  record Text(String text) implements Operand {}

  /**
   * A number.
   *
   * @param digits in digits
   */
  record Numeral(String digits) implements Operand {}

  /**
   * Yes or no.
   *
   * @param yes which
   */
  record Truth(boolean yes) implements Operand {}

  /**
   * The value of another column of the same row.
   *
   * @param attribute the column
   */
  record Field(Attribute attribute) implements Operand {}

  /**
   * The one value a query yields.
   *
   * @param query the query
   */
  record Result(Query query) implements Operand {}

  /** How values are compared. */
  enum Operator {
    /** Equal. */
    EQUAL("="),
    /** Not equal. */
    DIFFERENT("<>"),
    /** Greater. */
    MORE(">"),
    /** Greater or equal. */
    AT_LEAST(">="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** The sign SQL has for it. */
    public String sign() {
      return sign;
    }

    /** The operator that holds where this one does not. */
    public Operator opposite() {
      return switch (this) {
        case EQUAL -> DIFFERENT;
        case DIFFERENT -> EQUAL;
        case MORE -> AT_MOST;
        case AT_LEAST -> LESS;
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
      };
    }
  }
}
