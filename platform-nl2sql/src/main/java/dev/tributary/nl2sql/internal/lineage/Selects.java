package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Follows the columns of a query down to the tables. Not thread-safe. */
final class Selects {
  private final Map<String, Relation> known = new HashMap<>();

  Selects(DataSchema schema) {
    for (DataTable table : schema.tables()) {
      known.put(Relation.folded(table.name()), relation(table));
    }
  }

  /** What the columns of a query are made of, by position. */
  List<Origin> columns(Select select) {
    with(select);
    return switch (select) {
      case PlainSelect plain -> columns(plain);
      case SetOperationList set -> columns(set.getSelects().get(0));
      case ParenthesedSelect wrapped -> columns(wrapped.getSelect());
      default -> List.of();
    };
  }

  /** What a condition or list item of a query may name. */
  Expressions scope(PlainSelect select) {
    Map<String, Relation> byName = new LinkedHashMap<>();
    List<Relation> parts = new ArrayList<>();
    add(select.getFromItem(), byName, parts);
    if (select.getJoins() != null) {
      for (Join join : select.getJoins()) {
        add(join.getFromItem(), byName, parts);
      }
    }
    return new Expressions(Relation.joined(parts), byName);
  }

  private void with(Select select) {
    if (select.getWithItemsList() != null) {
      for (WithItem<?> item : select.getWithItemsList()) {
        if (item.getParenthesedStatement() instanceof ParenthesedSelect body) {
          known.put(Relation.folded(item.getAliasName()), relation(body.getSelect()));
        }
      }
    }
  }

  private List<Origin> columns(PlainSelect select) {
    Expressions scope = scope(select);
    List<Origin> columns = new ArrayList<>();
    for (SelectItem<?> item : select.getSelectItems()) {
      switch (item.getExpression()) {
        // Whose columns a star stands for is only sure where there is one relation.
        case AllTableColumns ignored -> {
          return List.of();
        }
        case AllColumns ignored -> {
          if (select.getJoins() != null || !(select.getFromItem() instanceof Table table)) {
            return List.of();
          }
          columns.addAll(found(table).columns().values());
        }
        default -> columns.add(scope.origin(item.getExpression()));
      }
    }
    return columns;
  }

  private void add(@Nullable FromItem item, Map<String, Relation> byName, List<Relation> parts) {
    Relation relation = relation(item);
    parts.add(relation);
    Alias alias = item == null ? null : item.getAlias();
    if (alias != null) {
      byName.put(Relation.folded(alias.getName()), relation);
    } else if (item instanceof Table table) {
      byName.put(Relation.folded(table.getName()), relation);
    }
  }

  private Relation relation(@Nullable FromItem item) {
    return switch (item) {
      case Table table -> found(table);
      case ParenthesedSelect wrapped -> relation(wrapped.getSelect());
      case null, default -> Relation.UNKNOWN;
    };
  }

  private Relation found(Table table) {
    return known.getOrDefault(Relation.folded(table.getName()), Relation.UNKNOWN);
  }

  private Relation relation(Select select) {
    List<Origin> origins = columns(select);
    Map<String, Origin> columns = new LinkedHashMap<>();
    if (select instanceof PlainSelect plain && origins.size() == plain.getSelectItems().size()) {
      for (int i = 0; i < origins.size(); i++) {
        SelectItem<?> item = plain.getSelectItems().get(i);
        String name =
            item.getAlias() != null
                ? item.getAlias().getName()
                : item.getExpression() instanceof net.sf.jsqlparser.schema.Column column
                    ? column.getColumnName()
                    : item.getExpression().toString();
        columns.put(Relation.folded(name), origins.get(i));
      }
    }
    return new Relation(null, columns);
  }

  private static Relation relation(DataTable table) {
    Map<String, Origin> columns = new LinkedHashMap<>();
    for (DataColumn column : table.columns()) {
      columns.put(Relation.folded(column.name()), new Origin(table, column, Operation.VALUE));
    }
    return new Relation(new Origin(table, null, Operation.VALUE), columns);
  }
}
