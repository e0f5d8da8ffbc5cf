package dev.tributary.nl2sql.internal.query;

import dev.tributary.nl2sql.internal.schema.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of the result, a condition or an order is about. */
public sealed interface Expression {

  /**
   * The values of a column.
   *
   * @param attribute the column
   */
  record Values(Attribute attribute) implements Expression {}

  /**
   * The periods of time the values of a column fall into.
   *
   * @param of the column, of days or points in time
   * @param period which periods
   */
  record Span(Attribute of, Period period) implements Expression {}

  /**
   * A figure over many rows.
   *
   * @param function how
   * @param of over which column; null for the rows themselves
   * @param distinct whether each value counts once
   */
  record Figure(Function function, @Nullable Attribute of, boolean distinct) implements Expression {
    /** How many rows. */
    public static final Figure ROWS = new Figure(Function.COUNT, null, false);
  }

  /**
   * A figure of those rows alone that fulfil something.
   *
   * @param figure the figure
   * @param where what they must fulfil; at least one condition
   */
  record Partial(Figure figure, List<Condition> where) implements Expression {
    /** Copies the list. */
    public Partial {
      where = List.copyOf(where);
    }
  }

  /**
   * A figure of all groups together.
   *
   * @param figure the figure, a count or a sum
   */
  record Total(Figure figure) implements Expression {}

  /**
   * One amount divided by another; nothing where that is zero.
   *
   * @param of what is divided
   * @param by what it is divided by
   * @param percent whether in hundredths
   */
  record Ratio(Expression of, Expression by, boolean percent) implements Expression {}

  /**
   * The one figure another query yields.
   *
   * @param query the query, of one column and one row
   */
  record Answer(Query query) implements Expression {}

  /**
   * How many different values there are.
   *
   * @param of of what
   */
  record Different(Expression of) implements Expression {}

  /**
   * One amount less another.
   *
   * @param of what is taken from
   * @param less what is taken away
   */
  record Difference(Expression of, Expression less) implements Expression {}

  /**
   * A figure of the period before; nothing for the first.
   *
   * @param figure the figure
   * @param span the periods
   * @param within the groups each of which has periods of its own
   */
  record Previous(Figure figure, Span span, List<Expression> within) implements Expression {
    /** Copies the list. */
    public Previous {
      within = List.copyOf(within);
    }
  }

  /**
   * A figure over how long it was from one time to another.
   *
   * @param function how
   * @param from the earlier column
   * @param to the later column
   * @param hours whether in hours; else in days
   */
  record Lasting(Function function, Attribute from, Attribute to, boolean hours)
      implements Expression {}

  /** Whether it is one figure over many rows. */
  default boolean gathers() {
    return this instanceof Figure || this instanceof Lasting;
  }

  /** How a figure is made. */
  enum Function {
    /** How many. */
    COUNT,
    /** The sum. */
    SUM,
    /** The mean. */
    AVG,
    /** The least. */
    MIN,
    /** The greatest. */
    MAX
  }
}
