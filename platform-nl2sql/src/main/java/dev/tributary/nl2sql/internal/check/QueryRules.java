package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import dev.tributary.nl2sql.internal.tree.NodeWalk;
import dev.tributary.nl2sql.internal.tree.Nodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.OracleHierarchicalExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralView;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * Examines a tree from the outside in: named queries, then sources, then the expressions that may
 * use them. Not thread-safe: one per statement.
 */
public final class QueryRules {
  private final Found found = new Found();
  private final Spelling spelling;
  private final CallRules calls;
  private final TableRules tables;
  private final ColumnRules columns;
  private final RecursionRule recursion;
  private final NodeWalk walk;
  private final boolean strict;
  private final Nodes sources = new Nodes();
  private Scope scope = new Scope(null);

  /**
   * Makes the rules for one statement.
   *
   * @param policy what the gate allows
   * @param spelling how names are written
   */
  public QueryRules(QueryPolicy policy, Spelling spelling) {
    NodeKinds kinds = policy.kinds();
    this.spelling = spelling;
    this.calls = new CallRules(policy, spelling, found);
    this.strict = policy.tables() != null;
    this.tables = new TableRules(policy.tables(), policy.quotedCaseMatters(), spelling);
    this.columns = new ColumnRules(strict, policy.functions(), spelling, found);
    this.recursion = new RecursionRule(kinds);
    this.walk = NodeWalk.pastPlain(kinds, this::enter);
  }

  /**
   * Examines a query.
   *
   * @param query its tree
   * @return what it touches
   * @throws RefusedException at the first thing that is not allowed
   */
  public Found examine(Select query) {
    walk.visit(query);
    return found;
  }

  private boolean enter(Object node) {
    if (node instanceof Column column) {
      columns.insistOn(column, scope);
      walk.visit(column.getArrayConstructor());
      return false;
    }
    calls.check(node, walk::enterOnce);
    switch (node) {
      case Select select -> select(select);
      case InExpression in -> refuseTableOperand(in);
      case OracleHierarchicalExpression hierarchy -> recursion.check(hierarchy);
      case AllTableColumns all -> {
        all(all);
        return false;
      }
      case AllColumns all -> columns.insistOnAll(scope.sources.values(), () -> 0);
      case Table table -> refuseStray(table);
      default -> {}
    }
    return !(node instanceof Select);
  }

  private Shape select(Select select) {
    refuseSideEffects(select);
    Scope before = scope;
    scope = new Scope(before);
    try {
      withs(select);
      Shape shape = body(select);
      walk.below(select);
      return shape;
    } finally {
      scope = before;
    }
  }

  private Shape body(Select select) {
    return switch (select) {
      case PlainSelect plain -> plain(plain);
      case SetOperationList set -> set(set);
      case ParenthesedSelect wrapped -> result(nested(wrapped.getSelect()));
      case TableStatement table -> whole(table.getTable());
      default -> Shape.unknown();
    };
  }

  private Shape nested(Select select) {
    // Marks the node as visited and checks its kind, but keeps the shape.
    return walk.enterOnce(select) ? select(select) : Shape.unknown();
  }

  private Shape set(SetOperationList set) {
    Shape first = null;
    for (Select branch : set.getSelects()) {
      Shape shape = nested(branch);
      first = first == null ? shape : first;
    }
    return result(first == null ? Shape.unknown() : first);
  }

  /** ORDER BY of the whole sees the names of the result. */
  private Shape result(Shape shape) {
    scope.add("", shape);
    return shape;
  }

  private Shape whole(Table table) {
    Shape shape = source(table);
    columns.insistOnAll(List.of(shape), () -> spelling.position(table.getName()));
    return shape;
  }

  private Shape plain(PlainSelect plain) {
    if (plain.getFromItem() != null) {
      source(plain.getFromItem());
    }
    joins(plain.getJoins());
    if (plain.getLateralViews() != null) {
      for (LateralView view : plain.getLateralViews()) {
        scope.add(name(view.getTableAlias()), Shape.unknown());
      }
    }
    return new Projection(scope, spelling).of(plain);
  }

  private void joins(@Nullable List<Join> joins) {
    if (joins == null) {
      return;
    }
    joins.forEach(join -> source(join.getFromItem()));
    if (joins.stream().anyMatch(Join::isNatural)) {
      // Which columns a natural join compares, the hidden ones included, is not written down.
      columns.insistOnAll(scope.sources.values(), () -> 0);
    }
  }

  private void withs(Select select) {
    if (select.getWithItemsList() == null) {
      return;
    }
    boolean recursive = select.getWithItemsList().stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : select.getWithItemsList()) {
      with(item, recursive);
    }
  }

  private void with(WithItem<?> item, boolean recursive) {
    if (item.getAlias() == null) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED, 0, "WITH defines a function", "name SELECTs only");
    }
    String name = spelling.folded(item.getAlias().getName());
    found.derived().add(name);
    if (!(item.getParenthesedStatement() instanceof ParenthesedSelect body)) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          spelling.position(name),
          "the named query '" + name + "' is not a SELECT",
          "name SELECTs only");
    }
    scope.beginWith(name, recursive);
    Shape shape = nested(body);
    if (scope.reads(name) > 0) {
      recursion.check(body, spelling.position(name));
    }
    Set<String> names = new LinkedHashSet<>();
    if (item.getWithItemList() != null) {
      for (SelectItem<?> column : item.getWithItemList()) {
        // The list names columns of this query; it reads nothing.
        walk.enterOnce(column);
        names.add(spelling.folded(column.toString()));
      }
    }
    Set<String> added = RecursionNames.of(item, walk::enterOnce, spelling);
    scope.with(name, shape.renamed(names).with(added));
  }

  private Shape source(FromItem item) {
    Shape own = shapeOf(item);
    Set<String> names = aliasColumns(item.getAlias());
    if (!names.isEmpty()) {
      // Other names for the first columns could be names for hidden ones.
      columns.insistOnAll(List.of(own), () -> spelling.position(item.getAlias().getName()));
    }
    Shape shape = own.renamed(names);
    if (item.getPivot() != null || item.getUnPivot() != null) {
      shape = pivoted(item, shape);
    }
    scope.add(item.getAlias() == null ? ownName(item) : name(item.getAlias()), shape);
    return shape;
  }

  private Shape shapeOf(FromItem item) {
    return switch (item) {
      case Table table -> table(table);
      case ParenthesedSelect wrapped -> nested(wrapped);
      case Select select -> nested(select);
      case ParenthesedFromItem wrapped -> {
        Shape inner = source(wrapped.getFromItem());
        joins(wrapped.getJoins());
        yield inner;
      }
      case TableFunction call -> {
        call.getFunctions().forEach(tables::refuseFile);
        yield Shape.unknown();
      }
      default -> Shape.unknown();
    };
  }

  private Shape table(Table table) {
    sources.add(table);
    tables.refuseSystem(table);
    String name = spelling.folded(table.getName());
    Shape named = table.getSchemaName() == null ? scope.with(name) : null;
    if (named != null && !scope.mayBeTable(name)) {
      return named;
    }
    Shape shape = tables.insistOn(table);
    found.tables().add(String.valueOf(shape.table()));
    return shape;
  }

  private Shape pivoted(FromItem item, Shape shape) {
    if (strict) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          item.getAlias() == null ? 0 : spelling.position(item.getAlias().getName()),
          "the columns of a PIVOT are not known before it runs",
          "aggregate with CASE instead");
    }
    return Shape.of(shape.columns(), true);
  }

  private String ownName(FromItem item) {
    return item instanceof Table table ? spelling.folded(table.getName()) : "";
  }

  private String name(@Nullable Alias alias) {
    return alias == null || alias.getName() == null ? "" : spelling.folded(alias.getName());
  }

  private Set<String> aliasColumns(@Nullable Alias alias) {
    Set<String> names = new LinkedHashSet<>();
    if (alias != null && alias.getAliasColumns() != null) {
      alias.getAliasColumns().forEach(column -> names.add(spelling.folded(column.name)));
    }
    return names;
  }

  private void refuseSideEffects(Select select) {
    if (select.getForMode() != null) {
      throw new RefusedException(Rule.ROW_LOCK, 0, "the query locks rows", "leave out the lock");
    }
    if (select instanceof PlainSelect plain
        && (plain.getIntoTables() != null
            || plain.getMySqlSelectIntoClause() != null
            || plain.getIntoTempTable() != null)) {
      throw new RefusedException(Rule.SELECT_INTO, 0, "INTO stores the result", "leave out INTO");
    }
  }

  private void all(AllTableColumns all) {
    Shape shape = scope.source(spelling.folded(all.getTable().getName()));
    IntSupplier position = () -> spelling.position(all.getTable().getName());
    if (shape != null) {
      columns.insistOnAll(List.of(shape), position);
    } else if (strict) {
      throw new RefusedException(
          Rule.TABLE_UNKNOWN,
          position.getAsInt(),
          "the query has no source '" + all.getTable().getName() + "'",
          "use a table or alias of the FROM clause");
    }
    walk.visit(all.getExceptColumns());
    walk.visit(all.getReplaceExpressions());
  }

  private void refuseStray(Table table) {
    if (!sources.contains(table)) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          spelling.position(table.getName()),
          "the table '" + table.getName() + "' does not stand in a FROM clause",
          "read tables in FROM only");
    }
  }

  private void refuseTableOperand(InExpression in) {
    if (in.getRightExpression() instanceof Column column) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          spelling.position(column.getColumnName()),
          "IN reads a table here",
          "write IN (SELECT ...)");
    }
  }
}
