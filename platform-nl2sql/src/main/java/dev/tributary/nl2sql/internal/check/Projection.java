package dev.tributary.nl2sql.internal.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** The names a SELECT gives to what is around it. Used once. */
final class Projection {
  private final Scope scope;
  private final Spelling spelling;
  private final Set<String> names = new LinkedHashSet<>();
  private boolean open;

  Projection(Scope scope, Spelling spelling) {
    this.scope = scope;
    this.spelling = spelling;
  }

  Shape of(PlainSelect select) {
    if (select.getSelectItems() != null) {
      select.getSelectItems().forEach(this::item);
    }
    return Shape.of(names, open);
  }

  private void item(SelectItem<?> item) {
    if (item.getAlias() != null) {
      String alias = spelling.folded(item.getAlias().getName());
      names.add(alias);
      scope.aliases.add(alias);
      return;
    }
    Expression expression = item.getExpression();
    switch (expression) {
      case AllTableColumns all -> offer(scope.source(spelling.folded(all.getTable().getName())));
      case AllColumns all -> offer(scope.sources.values());
      case Column column -> names.add(spelling.folded(column.getColumnName()));
      default -> names.add(item.toString());
    }
  }

  private void offer(@Nullable Shape shape) {
    offer(shape == null ? List.of(Shape.unknown()) : List.of(shape));
  }

  private void offer(Collection<Shape> shapes) {
    for (Shape shape : shapes) {
      names.addAll(shape.columns());
      open |= shape.open();
    }
  }
}
