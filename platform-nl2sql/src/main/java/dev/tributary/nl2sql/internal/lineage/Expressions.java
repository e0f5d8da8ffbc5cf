package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.AnswerColumn;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import org.jspecify.annotations.Nullable;

/** What expressions are made of. */
final class Expressions {
  private static final Map<String, Operation> AGGREGATES =
      Map.of(
          "count", Operation.COUNT,
          "sum", Operation.SUM,
          "total", Operation.SUM,
          "avg", Operation.AVERAGE,
          "min", Operation.LEAST,
          "max", Operation.GREATEST);
  private static final Set<String> SHAPING =
      Set.of(
          "round",
          "coalesce",
          "ifnull",
          "nullif",
          "abs",
          "trunc",
          "truncate",
          "lower",
          "upper",
          "trim",
          "floor",
          "ceil",
          "ceiling");

  private final Relation all;
  private final Map<String, Relation> byName;

  Expressions(Relation all, Map<String, Relation> byName) {
    this.all = all;
    this.byName = byName;
  }

  Origin origin(@Nullable Expression expression) {
    return switch (expression) {
      case null -> Origin.UNKNOWN;
      case Column column -> column(column);
      case Function function -> {
        Origin origin = call(function.getName(), function.getParameters());
        boolean variety = function.isDistinct() && origin.operation() == Operation.COUNT;
        yield variety ? origin.with(Operation.VARIETY) : origin;
      }
      case AnalyticExpression window -> call(window.getName(), window.getExpression());
      case CastExpression cast -> origin(cast.getLeftExpression());
      case ExtractExpression part -> span(origin(part.getExpression()));
      case Division division -> ratio(division, holdsHundred(division));
      case Multiplication product -> product(product);
      case ParenthesedSelect ignored -> Origin.UNKNOWN;
      case ExpressionList<?> list when list.size() == 1 -> origin(list.get(0));
      default -> Origin.UNKNOWN;
    };
  }

  Origin column(Column column) {
    String table = column.getTable() == null ? null : column.getTable().getName();
    Relation from =
        table == null ? all : byName.getOrDefault(Relation.folded(table), Relation.UNKNOWN);
    return from.columns().getOrDefault(Relation.folded(column.getColumnName()), Origin.UNKNOWN);
  }

  private Origin call(String name, @Nullable Expression argument) {
    Operation operation = AGGREGATES.get(name.toLowerCase(Locale.ROOT));
    Expression first =
        argument instanceof ExpressionList<?> list
            ? (list.isEmpty() ? null : list.get(0))
            : argument;
    if (operation == Operation.COUNT) {
      Origin counted = first instanceof Column column ? column(column) : Origin.UNKNOWN;
      Origin rows = counted.table() == null ? all.rows() : counted;
      return Objects.requireNonNullElse(rows, Origin.UNKNOWN).with(Operation.COUNT);
    }
    if (operation != null) {
      return aggregate(origin(first), operation);
    }
    if (SHAPING.contains(name.toLowerCase(Locale.ROOT))) {
      return origin(first);
    }
    return span(spanned(argument));
  }

  /** A count that is added up is a count; a sum of which the mean is taken is a mean. */
  private static Origin aggregate(Origin inner, Operation operation) {
    boolean counts = inner.operation() == Operation.COUNT && operation == Operation.SUM;
    return inner.with(counts ? Operation.COUNT : operation);
  }

  private Origin spanned(@Nullable Expression argument) {
    if (argument instanceof ExpressionList<?> list) {
      for (Expression one : list) {
        Origin origin = origin(one);
        if (origin.column() != null) {
          return origin;
        }
      }
    }
    return Origin.UNKNOWN;
  }

  private static Origin span(Origin inner) {
    boolean time =
        inner.column() != null
            && (inner.column().kind() == AnswerColumn.Kind.DATE
                || inner.column().kind() == AnswerColumn.Kind.TIMESTAMP);
    return time ? inner.with(Operation.SPAN) : Origin.UNKNOWN;
  }

  private Origin product(Multiplication product) {
    if (bare(product.getLeftExpression()) instanceof Division division) {
      return ratio(division, holdsHundred(product));
    }
    if (bare(product.getRightExpression()) instanceof Division division) {
      return ratio(division, holdsHundred(product));
    }
    Origin left = origin(product.getLeftExpression());
    return constant(product.getRightExpression())
        ? left
        : constant(product.getLeftExpression())
            ? origin(product.getRightExpression())
            : Origin.UNKNOWN;
  }

  /** Rows of some kind divided by rows are a share; amounts divided by rows are a mean. */
  private Origin ratio(Division division, boolean hundred) {
    Origin part = origin(bare(division.getLeftExpression()));
    Origin whole = origin(bare(division.getRightExpression()));
    boolean scalar = bare(division.getRightExpression()) instanceof ParenthesedSelect;
    boolean ofRows = part.column() == null || part.operation() == Operation.COUNT;
    if (whole.operation() == Operation.COUNT && part.operation() == Operation.SUM && !ofRows) {
      return part.with(Operation.AVERAGE);
    }
    boolean share = whole.operation().additive() || scalar || hundred;
    Operation operation = hundred ? Operation.PERCENTAGE : Operation.SHARE;
    return share ? new Origin(part.table(), null, operation) : Origin.UNKNOWN;
  }

  private static boolean holdsHundred(Expression expression) {
    return switch (expression) {
      case LongValue number -> number.getStringValue().equals("100");
      case DoubleValue number -> number.getValue() == 100;
      case BinaryExpression binary ->
          holdsHundred(binary.getLeftExpression()) || holdsHundred(binary.getRightExpression());
      case ExpressionList<?> list when list.size() == 1 -> holdsHundred(list.get(0));
      case CastExpression cast -> holdsHundred(cast.getLeftExpression());
      default -> false;
    };
  }

  private static boolean constant(Expression expression) {
    return expression instanceof LongValue || expression instanceof DoubleValue;
  }

  private static Expression bare(Expression expression) {
    return expression instanceof ExpressionList<?> list && list.size() == 1
        ? bare(list.get(0))
        : expression;
  }
}
