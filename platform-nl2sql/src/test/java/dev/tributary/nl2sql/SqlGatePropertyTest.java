package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.nl2sql.internal.scan.Scanner;
import dev.tributary.nl2sql.internal.scan.Token;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SqlGatePropertyTest {
  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "t",
          "u",
          "a",
          "b",
          "AS",
          "(",
          ")",
          ",",
          ".",
          "*",
          "1",
          "'x'",
          "\"q\"",
          "`k`",
          "[",
          "]",
          "=",
          "==",
          "IS",
          "NOT",
          "NULL",
          "IN",
          "GLOB",
          "WITH",
          "UNION",
          "ALL",
          "LIMIT",
          "OFFSET",
          "ORDER",
          "BY",
          "GROUP",
          "count",
          "sleep",
          "INTO",
          "FOR",
          "UPDATE",
          "JOIN",
          "ON",
          "CASE",
          "WHEN",
          "END",
          "--",
          "/*",
          "*/",
          "'",
          "\\",
          ";",
          "$$",
          "::",
          "int",
          "AND",
          "OVER",
          "#",
          "@",
          ":p",
          "?",
          "U&'",
          "INTERVAL",
          "\n");

  @Property(tries = 500)
  void answersWhateverComes(@ForAll SqlDialect dialect, @ForAll String text) {
    assertThat(SqlGate.builder(dialect).build().check(text)).isNotNull();
  }

  @Property(tries = 500)
  void whatItWritesPassesUnchanged(@ForAll SqlDialect dialect, @ForAll("soup") String text) {
    insistOnFixpoint(dialect, text);
  }

  @Property(tries = 500)
  void queriesItWritesPassUnchanged(@ForAll SqlDialect dialect, @ForAll("queries") String sql) {
    SqlGate gate = SqlGate.builder(dialect).rowLimit(50).build();
    assertThat(gate.check(sql).allowed()).as(sql).isTrue();
    insistOnFixpoint(dialect, sql);
  }

  @Property(tries = 500)
  void whatFollowsAStatementNeverPasses(
      @ForAll SqlDialect dialect, @ForAll("queries") String sql, @ForAll("soup") String rest) {
    Verdict verdict = SqlGate.builder(dialect).build().check(sql + "; " + rest);
    if (verdict instanceof Verdict.Allowed allowed) {
      assertThat(allowed.sql()).isEqualTo(alone(dialect, sql));
    }
  }

  @Property(tries = 1000)
  void hazardsPassNowhere(@ForAll("queries") String sql, @ForAll @IntRange(max = 1000) int place) {
    List<Token> tokens = Scanner.scan(sql, SqlDialect.POSTGRESQL.lexis(), 10_000);
    Token replaced = tokens.get(place % tokens.size());
    int end = replaced.position() + replaced.text().length();
    String mutant = sql.substring(0, replaced.position()) + " pg_sleep(1) " + sql.substring(end);

    assertThat(SqlGate.builder(SqlDialect.POSTGRESQL).build().check(mutant).allowed())
        .as(mutant)
        .isFalse();
  }

  private static String alone(SqlDialect dialect, String sql) {
    return ((Verdict.Allowed) SqlGate.builder(dialect).build().check(sql)).sql();
  }

  private static void insistOnFixpoint(SqlDialect dialect, String text) {
    SqlGate gate = SqlGate.builder(dialect).rowLimit(50).build();
    if (gate.check(text) instanceof Verdict.Allowed first) {
      Verdict second = gate.check(first.sql());
      assertThat(second)
          .isEqualTo(
              new Verdict.Allowed(
                  first.sql(), first.tables(), first.columns(), first.functions(), List.of()));
    }
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> queries() {
    return query(2);
  }

  private static Arbitrary<String> query(int depth) {
    Arbitrary<String> source = source(depth);
    Arbitrary<String> where = condition(depth).map(c -> " WHERE " + c).injectNull(0.4);
    Arbitrary<String> tail =
        Arbitraries.of("", " GROUP BY a", " ORDER BY a DESC", " LIMIT 7", " ORDER BY 1 LIMIT 3");
    return Combinators.combine(expression(depth), expression(depth), source, where, tail)
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

  private static Arbitrary<String> source(int depth) {
    Arbitrary<String> table = Arbitraries.of("t", "t AS s", "t JOIN u ON t.a = u.b", "t, u");
    return depth == 0
        ? table
        : Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, table),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.lazy(() -> query(depth - 1)).map(q -> "(" + q + ") AS d")));
  }

  private static Arbitrary<String> expression(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of("a", "t.b", "1", "2.5", "'it''s'", "NULL", "count(*)", "-3", "max(a)");
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

  private static Arbitrary<String> condition(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "a = 1", "b <> 'x'", "a IS NULL", "b LIKE 'x%'", "a BETWEEN 1 AND 2", "a IN (1, 2)");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> condition(depth - 1));
    return Arbitraries.oneOf(
        leaf,
        Combinators.combine(inner, Arbitraries.of("AND", "OR"), inner)
            .as((l, op, r) -> l + " " + op + " " + r),
        inner.map(c -> "NOT (" + c + ")"),
        Arbitraries.lazy(() -> query(depth - 1)).map(q -> "EXISTS (" + q + ")"));
  }
}
