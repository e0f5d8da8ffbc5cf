package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import dev.tributary.nl2sql.internal.tree.NodeWalk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseLeftShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseXor;

/** Bounds what functions that make much out of little are asked for. */
final class SizeRules {
  private static final Set<String> SERIES =
      Set.of("generate_series", "generate_array", "sequence", "array_fill");
  private static final Set<String> FILLING =
      Set.of("repeat", "replicate", "space", "lpad", "rpad", "padl", "padr", "padc");
  private static final Set<String> GROWING = Set.of("power", "pow", "exp", "factorial");
  private static final Set<String> PATTERNED = Set.of("printf", "format");
  private static final String REPLACE = "replace";
  private static final double MOST_GROWTH = 1_000_000;
  private static final Pattern WIDE = Pattern.compile("%[^%a-zA-Z]*(\\*|[0-9]{4,})");
  private static final BigInteger MOST_ROWS = BigInteger.valueOf(1_000_000);
  private static final BigInteger MOST_CHARACTERS = BigInteger.valueOf(10_000);

  private final NodeKinds kinds;
  private final boolean patterns;

  /**
   * @param kinds the kinds of node that are allowed
   * @param patterns whether FORMAT takes a pattern with widths, rather than a number
   */
  SizeRules(NodeKinds kinds, boolean patterns) {
    this.kinds = kinds;
    this.patterns = patterns;
  }

  void check(String name, Function call, IntSupplier position) {
    if (SERIES.contains(name)) {
      boolean small = isBounded(name, call) && product(call).compareTo(MOST_ROWS) <= 0;
      insist(small && !contains(call, GROWING) && !containsPower(call), name, position);
    } else if (name.equals(REPLACE)) {
      insist(growth(call) <= MOST_GROWTH, name, position);
    } else if (FILLING.contains(name)) {
      List<Expression> arguments = arguments(call);
      int size = name.equals("space") ? 0 : 1;
      boolean literal = arguments.size() > size && arguments.get(size) instanceof LongValue;
      insist(
          literal
              && ((LongValue) arguments.get(size)).getBigIntegerValue().compareTo(MOST_CHARACTERS)
                  <= 0
              && !contains(call, FILLING),
          name,
          position);
    } else if (patterns && PATTERNED.contains(name)) {
      insist(isNarrow(call), name, position);
    }
  }

  /** SQLite's series has an end only if one is given; sizes in a text are not read. */
  private static boolean isBounded(String name, Function call) {
    List<Expression> arguments = arguments(call);
    boolean twice = arguments.size() > 1;
    return switch (name) {
      case "generate_series" -> twice;
      case "array_fill" -> twice && arguments.get(1) instanceof ArrayConstructor;
      default -> true;
    };
  }

  /** How many times longer replacing within replacing can make a text. */
  private double growth(Function call) {
    double[] growth = {1};
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof Function inner && Names.folded(inner.getName()).equals(REPLACE)) {
                growth[0] *= factor(arguments(inner));
              }
              return true;
            })
        .visit(call);
    return growth[0];
  }

  private static double factor(List<Expression> arguments) {
    return arguments.size() == 3
            && arguments.get(1) instanceof StringValue sought
            && arguments.get(2) instanceof StringValue other
        ? Math.max(1, (double) other.getValue().length() / Math.max(1, sought.getValue().length()))
        : 1;
  }

  private static boolean isNarrow(Function call) {
    Expression first = arguments(call).stream().findFirst().orElseGet(NullValue::new);
    return switch (first) {
      case StringValue pattern -> !WIDE.matcher(pattern.getValue()).find();
      case LongValue number -> true;
      case DoubleValue number -> true;
      default -> false;
    };
  }

  private static List<Expression> arguments(Function call) {
    return call.getParameters() == null ? List.of() : List.copyOf(call.getParameters());
  }

  /** The product bounds what arithmetic on the numbers of the call can reach by multiplying. */
  private BigInteger product(Function call) {
    List<BigInteger> numbers = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof LongValue number) {
                numbers.add(number.getBigIntegerValue().abs().max(BigInteger.ONE));
              } else if (node instanceof DoubleValue number) {
                double size = Math.min(Math.ceil(Math.abs(number.getValue())), Long.MAX_VALUE);
                numbers.add(BigInteger.valueOf((long) size).max(BigInteger.ONE));
              }
              return true;
            })
        .below(call);
    return numbers.stream().reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** One server's sign for a power is another's for bits. */
  private boolean containsPower(Function call) {
    List<Object> found = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof BitwiseXor || node instanceof BitwiseLeftShift) {
                found.add(node);
              }
              return true;
            })
        .below(call);
    return !found.isEmpty();
  }

  private boolean contains(Function call, Set<String> names) {
    List<String> found = new ArrayList<>();
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof Function inner && names.contains(Names.folded(inner.getName()))) {
                found.add(inner.getName());
              }
              return true;
            })
        .below(call);
    return !found.isEmpty();
  }

  private static void insist(boolean holds, String name, IntSupplier position) {
    if (!holds) {
      throw new RefusedException(
          Rule.FUNCTION_SIZE,
          position.getAsInt(),
          "'" + name + "' could make more than the gate allows",
          "give it small numbers, not calculated ones");
    }
  }
}
