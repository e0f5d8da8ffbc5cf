package dev.tributary.nl2sql;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.nl2sql.internal.scan.Scanner;
import dev.tributary.nl2sql.internal.scan.Token;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SqlGatePropertyTest {
  private static final Map<SqlDialect, SqlGate> GATES =
      Arrays.stream(SqlDialect.values())
          .collect(toMap(identity(), dialect -> SqlGate.builder(dialect).build()));
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

  @Property(tries = 1_000)
  void answersWhateverComes(@ForAll SqlDialect dialect, @ForAll("anything") String text) {
    Verdict verdict = gate(dialect).check(text);

    // What the parser stumbles over is refused all the same, but no rule of ours said so.
    assertThat(verdict.toString()).doesNotContain("could not be examined");
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
    Verdict verdict = gate(dialect).check(sql + "; " + rest);
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

    assertThat(gate(SqlDialect.POSTGRESQL).check(mutant).allowed()).as(mutant).isFalse();
  }

  private static SqlGate gate(SqlDialect dialect) {
    return GATES.get(dialect);
  }

  private static String alone(SqlDialect dialect, String sql) {
    return ((Verdict.Allowed) gate(dialect).check(sql)).sql();
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

  /** Bytes read in one way or another, alone or in the midst of a query. */
  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> bytes =
        Combinators.combine(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(64),
                Arbitraries.of(
                    StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE))
            .as((raw, charset) -> new String(raw, charset));
    return Arbitraries.oneOf(
        bytes,
        Arbitraries.strings(),
        Combinators.combine(GeneratedSql.harmless(), bytes, Arbitraries.integers().between(0, 99))
            .as((sql, noise, place) ->
                new StringBuilder(sql).insert(place % sql.length(), noise).toString()));
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
    return GeneratedSql.harmless();
  }
}
