package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.List;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.statement.select.Fetch;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;

/** Sees to it that a query asks for no more rows than allowed. */
public final class RowLimit {
  private final long most;

  /**
   * Makes a limit.
   *
   * @param most how many rows a query may ask for
   */
  public RowLimit(long most) {
    this.most = most;
  }

  /**
   * Adds the limit to a query, or lowers the one it has.
   *
   * @param query its tree, which is changed
   * @return what was done, for the verdict; empty if the query was within the limit
   * @throws RefusedException if the query's own limit is neither a number nor a parameter
   */
  public List<String> apply(Select query) {
    return bound(holder(query));
  }

  /** The parser gives the limit of a set operation to its last part. */
  private static Select holder(Select query) {
    if (query instanceof SetOperationList set
        && set.getSelects().getLast() instanceof PlainSelect last
        && set.getLimit() == null
        && (last.getLimit() != null || last.getFetch() != null)) {
      return last;
    }
    return query;
  }

  private List<String> bound(Select query) {
    if (query.getFetch() != null) {
      return fetch(query.getFetch());
    }
    if (query instanceof PlainSelect plain
        && (plain.getTop() != null || plain.getFirst() != null)) {
      return List.of("row limit left to the execution: TOP");
    }
    Limit limit = query.getLimit();
    if (limit == null) {
      nameInFull(query);
      query.setLimit(new Limit().withRowCount(new LongValue(most)));
      return List.of("row limit " + most + " added");
    }
    Expression count = limit.getRowCount();
    return switch (count) {
      case null -> lower(limit);
      case NullValue all -> lower(limit);
      case AllValue all -> lower(limit);
      case LongValue number -> within(number) ? List.of() : lower(limit);
      case JdbcParameter parameter -> List.of("row limit left to the execution: parameter");
      case JdbcNamedParameter parameter -> List.of("row limit left to the execution: parameter");
      default -> throw notLiteral();
    };
  }

  /** Without AS, the name of a last column called offset would be read as a number of rows. */
  private static void nameInFull(Select query) {
    Select last = query instanceof SetOperationList set ? set.getSelects().getLast() : query;
    if (last instanceof PlainSelect plain && plain.getFromItem() == null) {
      Alias alias = plain.getSelectItems().getLast().getAlias();
      if (alias != null) {
        alias.setUseAs(true);
      }
    }
  }

  private List<String> fetch(Fetch fetch) {
    if (fetch.getExpression() instanceof LongValue number) {
      if (within(number) && !fetch.getFetchParameters().contains("PERCENT")) {
        return List.of();
      }
      fetch.setExpression(new LongValue(most));
      return List.of("row limit lowered to " + most);
    }
    throw notLiteral();
  }

  private List<String> lower(Limit limit) {
    limit.setRowCount(new LongValue(most));
    return List.of("row limit lowered to " + most);
  }

  private boolean within(LongValue number) {
    return number.getBigIntegerValue().bitLength() < Long.SIZE && number.getValue() <= most;
  }

  private static RefusedException notLiteral() {
    return new RefusedException(
        Rule.LIMIT_NOT_LITERAL, 0, "the row limit is not a number", "write it as a number");
  }
}
