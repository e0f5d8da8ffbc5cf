package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.DataSchema;
import dev.tributary.nl2sql.internal.gate.Shape;
import dev.tributary.nl2sql.internal.grammar.Parsing;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.scan.Lexis;
import dev.tributary.nl2sql.internal.scan.Scanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;

/**
 * Reads what queries do. Those that differ only in the values they compare with are read once.
 * Thread-safe.
 */
public final class QueryOutlines {
  private static final Duration LONGEST = Duration.ofMillis(200);
  private static final Lexis LEXIS = Lexis.of(Lexis.Trait.BACKTICKS);
  private static final int MOST_TOKENS = 10_000;
  private static final int MOST_VALUES = 32;
  private static final int MOST_REMEMBERED = 512;

  private final Parsing parsing = new Parsing(false, LONGEST);
  private final Map<String, QueryOutline> known = new ConcurrentHashMap<>();

  /** Starts with none. */
  public QueryOutlines() {}

  /**
   * Reads what a query does.
   *
   * @param sql a query that the gate has written
   * @param schema the tables it reads
   * @return as much as could be found out; nothing is better than something wrong
   */
  public QueryOutline of(String sql, DataSchema schema) {
    Shape shape;
    try {
      shape = Shape.of(Scanner.scan(sql, LEXIS, MOST_TOKENS));
    } catch (RefusedException notCut) {
      return read(sql, schema);
    }
    return shape.values().size() > MOST_VALUES ? read(sql, schema) : remembered(sql, shape, schema);
  }

  private QueryOutline remembered(String sql, Shape shape, DataSchema schema) {
    StandIns standIns = new StandIns(shape.values());
    String key = schema.version() + '\0' + shape.key();
    QueryOutline pattern = known.get(key);
    if (pattern == null) {
      pattern = read(standIns.insteadOfValues(sql), schema);
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(key, pattern);
    }
    return standIns.replacedIn(pattern);
  }

  private QueryOutline read(String sql, DataSchema schema) {
    try {
      return outline(parsing.parse(sql), schema);
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
