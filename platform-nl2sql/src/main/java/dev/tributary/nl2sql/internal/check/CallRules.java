package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JsonAggregateFunction;
import net.sf.jsqlparser.expression.JsonFunction;
import net.sf.jsqlparser.expression.JsonFunctionType;
import net.sf.jsqlparser.expression.JsonTableFunction;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.StructType;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.XMLSerializeExpr;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import org.jspecify.annotations.Nullable;

/** Insists that every node that calls a function calls an allowed one, and notes names. */
final class CallRules {
  private final FunctionRules functions;
  private final Set<String> types;
  private final boolean strict;
  private final SizeRules sizes;
  private final Spelling spelling;
  private final Found found;

  CallRules(QueryPolicy policy, Spelling spelling, Found found) {
    this.functions = policy.functions();
    this.types = policy.types();
    this.strict = policy.tables() != null;
    this.sizes = new SizeRules(policy.kinds(), policy.formatTakesPattern());
    this.spelling = spelling;
    this.found = found;
  }

  /**
   * Looks at a node.
   *
   * @param node any node
   * @param passOver takes nodes below it that need no look
   */
  void check(Object node, Consumer<Object> passOver) {
    switch (node) {
      case JsonTableFunction table -> name(List.of("json_table"));
      case Function call -> call(call, passOver);
      case AnalyticExpression call -> {
        passStar(call.getExpression(), passOver);
        name(List.of(call.getName().split("\\.")));
      }
      case CastExpression cast -> {
        if (cast.keyword != null) {
          name(List.of(cast.keyword));
        }
      }
      case JsonFunction json -> name(List.of(jsonName(json.getType())));
      case JsonAggregateFunction json -> name(List.of(jsonName(json.getType()) + "agg"));
      case TrimFunction trim -> name(List.of("trim"));
      case XMLSerializeExpr xml -> name(List.of("xmlserialize"));
      case ExtractExpression extract -> name(List.of("extract"));
      case TranscodingFunction convert -> name(List.of("convert"));
      case MySQLGroupConcat concat -> name(List.of("group_concat"));
      case StructType struct -> derived(struct.getKeyword());
      case Alias alias -> derived(alias.getAliasColumns() == null ? null : alias.getName());
      case ColDataType type -> type(type);
      default -> {}
    }
  }

  private void call(Function call, Consumer<Object> passOver) {
    if (call.getMultipartName() == null) {
      return;
    }
    if (call.getParameters() != null) {
      call.getParameters().forEach(argument -> passStar(argument, passOver));
    }
    String name = name(call.getMultipartName());
    String own = name.substring(name.lastIndexOf('.') + 1);
    sizes.check(own, call, () -> spelling.position(call.getMultipartName().getLast()));
  }

  /** The star of {@code count(*)} shows no column. */
  private static void passStar(@Nullable Object argument, Consumer<Object> passOver) {
    if (argument instanceof AllColumns && !(argument instanceof AllTableColumns)) {
      passOver.accept(argument);
    }
  }

  private String name(List<String> parts) {
    String name =
        functions.insistOn(
            parts.size() == 1
                ? List.of(spelling.written(parts.getFirst()))
                : parts.stream().map(spelling::written).toList(),
            () -> spelling.position(parts.getLast()));
    found.functions().add(name);
    return name;
  }

  /** The parser tells apart by server what is one function. */
  private static String jsonName(JsonFunctionType type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    return "json_" + name.substring(name.indexOf('_') + 1);
  }

  /**
   * The parser takes some calls and columns for types, as in {@code CONVERT(a, b)}, so only known
   * types may stand before a bracket, and with a catalog anywhere.
   */
  private void type(ColDataType type) {
    if (type.getDataType() == null) {
      return;
    }
    for (String word : type.getDataType().split("[ .]+")) {
      if (types.contains(spelling.folded(word))) {
        derived(word);
      } else if (strict) {
        throw new RefusedException(
            Rule.CONSTRUCT_UNLISTED,
            spelling.position(word),
            "the type '" + word + "' is not on the list of types",
            "use a standard type");
      }
    }
  }

  private void derived(@Nullable String name) {
    if (name != null) {
      found.derived().add(spelling.folded(name));
    }
  }
}
