package dev.tributary.nl2sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Queries over the tables {@code t(a, b)} and {@code u(a, b)}, grown from a small grammar, with
 * pieces of another kind here and there.
 */
final class GeneratedSql {
  private static final int DEPTH = 2;
  private static final List<String> VALUES =
      List.of("a", "t.b", "1", "2.5", "'it''s'", "NULL", "count(*)", "-3", "max(a)");

  private final Arbitrary<String> leaf;
  private final Arbitrary<String> table;
  private final Arbitrary<String> tail;

  private GeneratedSql(Arbitrary<String> leaf, Arbitrary<String> table, Arbitrary<String> tail) {
    this.leaf = leaf;
    this.table = table;
    this.tail = tail;
  }

  /** Queries that every gate lets pass. */
  static Arbitrary<String> harmless() {
    return plain().query(DEPTH);
  }

  /**
   * Statements with hostile pieces in any place of a query, before it, behind it or instead of it,
   * in many spellings.
   *
   * @param functions names of functions to call with any arguments
   * @param pieces expressions, sources, endings and statements
   */
  static Arbitrary<String> hostile(List<String> functions, Map<String, List<String>> pieces) {
    GeneratedSql plain = plain();
    Arbitrary<String> statement = Arbitraries.of(pieces.get("statements"));
    GeneratedSql mixed =
        new GeneratedSql(
            Arbitraries.frequencyOf(
                Tuple.of(8, plain.leaf),
                Tuple.of(4, call(functions)),
                Tuple.of(1, Arbitraries.of(pieces.get("expressions")))),
            Arbitraries.frequencyOf(
                Tuple.of(8, plain.table), Tuple.of(1, Arbitraries.of(pieces.get("sources")))),
            Arbitraries.frequencyOf(
                Tuple.of(8, plain.tail),
                Tuple.of(1, Arbitraries.of(pieces.get("endings")).map(end -> " " + end))));
    Arbitrary<String> query = mixed.query(DEPTH);
    return Arbitraries.frequencyOf(
            Tuple.of(8, query),
            Tuple.of(1, statement),
            Tuple.of(
                1,
                Combinators.combine(query, statement).as((q, s) -> "WITH x AS (" + s + ") " + q)),
            Tuple.of(
                1, Combinators.combine(query, query).as((q, w) -> "WITH x AS (" + w + ") " + q)),
            Tuple.of(1, Combinators.combine(query, statement).as((q, s) -> q + "; " + s)),
            Tuple.of(1, Combinators.combine(query, query).as((q, r) -> q + " UNION ALL " + r)))
        .flatMap(GeneratedSql::spelt);
  }

  private static GeneratedSql plain() {
    return new GeneratedSql(
        Arbitraries.of(VALUES),
        Arbitraries.of("t", "t AS s", "t JOIN u ON t.a = u.b", "t, u"),
        Arbitraries.of("", " GROUP BY a", " ORDER BY a DESC", " LIMIT 7", " ORDER BY 1 LIMIT 3"));
  }

  private static Arbitrary<String> call(List<String> functions) {
    Arbitrary<String> argument =
        Arbitraries.of(
            "a", "b", "1", "2", "NULL", "'x'", "'2020-01-01'", "'{\"a\":1}'", "'$.a'", "'1,2'");
    return Combinators.combine(Arbitraries.of(functions), argument.list().ofMaxSize(3))
        .as((name, arguments) -> name + "(" + String.join(", ", arguments) + ")");
  }

  /** As it is, in capitals, or with comments in the place of blanks. */
  private static Arbitrary<String> spelt(String sql) {
    return Arbitraries.frequency(
        Tuple.of(6, sql),
        Tuple.of(1, sql.toUpperCase(Locale.ROOT)),
        Tuple.of(1, sql.replace(" ", "/**/")),
        Tuple.of(1, sql.replace(" ", " -- x\n")),
        Tuple.of(1, sql.replace("(", " /* ; */ (")));
  }

  private Arbitrary<String> query(int depth) {
    Arbitrary<String> where = condition(depth).map(c -> " WHERE " + c).injectNull(0.4);
    return Combinators.combine(expression(depth), expression(depth), source(depth), where, tail)
        .as((one, two, from, filter, end) ->
            "SELECT "
                + one
                + " AS x, "
                + two
                + " FROM "
                + from
                + (filter == null ? "" : filter)
                + end);
  }

  private Arbitrary<String> source(int depth) {
    return depth == 0
        ? table
        : Arbitraries.frequencyOf(
            Tuple.of(3, table),
            Tuple.of(1, Arbitraries.lazy(() -> query(depth - 1)).map(q -> "(" + q + ") AS d")));
  }

  private Arbitrary<String> expression(int depth) {
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> expression(depth - 1));
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(inner, Arbitraries.of("+", "*", "||", "/"), inner)
            .as((l, op, r) -> l + " " + op + " " + r),
        inner.map(e -> "coalesce(" + e + ", 0)"),
        inner.map(e -> "CASE WHEN a = 1 THEN " + e + " ELSE 0 END"),
        inner.map(e -> "CAST(" + e + " AS CHAR)"),
        inner.map(e -> "(" + e + ")"));
  }

  private Arbitrary<String> condition(int depth) {
    Arbitrary<String> simple =
        Arbitraries.of(
            "a = 1", "b <> 'x'", "a IS NULL", "b LIKE 'x%'", "a BETWEEN 1 AND 2", "a IN (1, 2)");
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> condition(depth - 1));
    return Arbitraries.oneOf(
        simple,
        Combinators.combine(inner, Arbitraries.of("AND", "OR"), inner)
            .as((l, op, r) -> l + " " + op + " " + r),
        inner.map(c -> "NOT (" + c + ")"),
        Arbitraries.lazy(() -> query(depth - 1)).map(q -> "EXISTS (" + q + ")"));
  }
}
