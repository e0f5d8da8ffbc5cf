package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import dev.tributary.nl2sql.internal.tree.NodeWalk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.ConnectByPriorOperator;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.OracleHierarchicalExpression;
import net.sf.jsqlparser.expression.operators.relational.SupportsOldOracleJoinSyntax;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/**
 * A query that feeds itself must have something that can end it: a condition on a column, a join
 * with one, or a limit. Whether it does end is for the time limit to see.
 */
final class RecursionRule {
  private static final BigInteger MOST_LEVELS = BigInteger.valueOf(1_000_000);

  private final NodeKinds kinds;

  RecursionRule(NodeKinds kinds) {
    this.kinds = kinds;
  }

  void check(Select body, int position) {
    Select select = body instanceof ParenthesedSelect wrapped ? wrapped.getSelect() : body;
    boolean stops =
        select.getLimit() != null
            || (select instanceof SetOperationList set
                && set.getSelects().stream().skip(1).allMatch(this::stops));
    if (!stops) {
      throw new RefusedException(
          Rule.RECURSION_UNBOUNDED,
          position,
          "nothing ends the recursion",
          "add a WHERE that a column of the recursive part must meet");
    }
  }

  /** CONNECT BY ends with its rows if it follows them, or with a number that is small. */
  void check(OracleHierarchicalExpression hierarchy) {
    List<Object> follows = new ArrayList<>();
    List<Object> large = new ArrayList<>();
    List<Object> small = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof ConnectByPriorOperator || comparesPrior(node)) {
                follows.add(node);
              } else if (node instanceof LongValue number) {
                (number.getBigIntegerValue().compareTo(MOST_LEVELS) > 0 ? large : small).add(node);
              }
              return true;
            })
        .visit(hierarchy.getConnectExpression());
    if (!large.isEmpty() || (follows.isEmpty() && small.isEmpty())) {
      throw new RefusedException(
          Rule.RECURSION_UNBOUNDED,
          0,
          "nothing ends CONNECT BY",
          "compare a PRIOR column, or LEVEL with a number");
    }
  }

  private static boolean comparesPrior(Object node) {
    return node instanceof SupportsOldOracleJoinSyntax comparison
        && comparison.getOraclePriorPosition() != SupportsOldOracleJoinSyntax.NO_ORACLE_PRIOR;
  }

  private boolean stops(Select branch) {
    if (branch instanceof ParenthesedSelect wrapped) {
      return stops(wrapped.getSelect());
    }
    return branch.getLimit() != null
        || (branch instanceof PlainSelect plain
            && (mentionsColumn(plain.getWhere()) || binds(plain.getJoins())));
  }

  private boolean binds(@Nullable List<Join> joins) {
    return joins != null && joins.stream().anyMatch(this::binds);
  }

  private boolean binds(Join join) {
    return !join.getUsingColumns().isEmpty()
        || join.getOnExpressions().stream().anyMatch(this::mentionsColumn);
  }

  private boolean mentionsColumn(@Nullable Expression condition) {
    List<Object> columns = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              // A column called day is a unit to the parser.
              if (node instanceof Column || node instanceof DateUnitExpression) {
                columns.add(node);
              }
              return true;
            })
        .visit(condition);
    return !columns.isEmpty();
  }
}
