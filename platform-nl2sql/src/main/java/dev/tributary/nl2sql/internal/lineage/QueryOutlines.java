package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.DataSchema;
import dev.tributary.nl2sql.internal.grammar.Parsing;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;

/** Reads what queries do. */
public final class QueryOutlines {
  private static final Duration LONGEST = Duration.ofMillis(200);

  private QueryOutlines() {}

  /**
   * Reads what a query does.
   *
   * @param sql a query that the gate has written
   * @param schema the tables it reads
   * @return as much as could be found out; nothing is better than something wrong
   */
  public static QueryOutline of(String sql, DataSchema schema) {
    try {
      return outline(new Parsing(false, LONGEST).parse(sql), schema);
    } catch (RefusedException notRead) {
      return QueryOutline.UNKNOWN;
    }
  }

  private static QueryOutline outline(Select select, DataSchema schema) {
    Selects selects = new Selects(schema);
    List<Origin> columns = selects.columns(select);
    if (!(select instanceof PlainSelect plain)) {
      String conditions = select instanceof SetOperationList ? select.toString() : "";
      return new QueryOutline(
          columns, false, List.of(), conditions, ordered(select), limit(select));
    }
    List<Filter> filters = new ArrayList<>();
    Expression where = plain.getWhere();
    if (where != null) {
      collect(where, selects.scope(plain), filters);
    }
    return new QueryOutline(
        columns,
        plain.getGroupBy() != null,
        filters,
        where == null ? "" : where.toString(),
        ordered(plain),
        limit(plain));
  }

  private static void collect(Expression condition, Expressions scope, List<Filter> filters) {
    if (condition instanceof AndExpression both) {
      collect(both.getLeftExpression(), scope, filters);
      collect(both.getRightExpression(), scope, filters);
    } else if (condition instanceof EqualsTo equal
        && equal.getLeftExpression() instanceof Column column) {
      var found = scope.column(column).column();
      if (found != null && equal.getRightExpression() instanceof StringValue text) {
        filters.add(new Filter(found, text.getNotExcapedValue()));
      } else if (found != null && equal.getRightExpression() instanceof LongValue number) {
        filters.add(new Filter(found, number.getStringValue()));
      }
    }
  }

  private static boolean ordered(Select select) {
    return select.getOrderByElements() != null && !select.getOrderByElements().isEmpty();
  }

  private static long limit(Select select) {
    return select.getLimit() != null && select.getLimit().getRowCount() instanceof LongValue rows
        ? rows.getValue()
        : 0;
  }
}
