package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import dev.tributary.nl2sql.internal.tree.NodeWalk;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
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
    List<Column> columns = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof Column column) {
                columns.add(column);
              }
              return true;
            })
        .visit(condition);
    return !columns.isEmpty();
  }
}
