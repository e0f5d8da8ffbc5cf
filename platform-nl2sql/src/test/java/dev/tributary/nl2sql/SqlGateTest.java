package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlGateTest {
  private final SqlGate gate = SqlGate.builder(SqlDialect.POSTGRESQL).build();

  @Test
  void saysWhatAQueryTouches() {
    Verdict.Allowed allowed =
        allowed(
            gate,
            "SELECT u.name, count(*) FROM shop.users u JOIN orders o ON o.user_id = u.id"
                + " WHERE lower(u.country) = 'de' GROUP BY u.name");

    assertThat(allowed.tables()).containsExactlyInAnyOrder("shop.users", "orders");
    assertThat(allowed.columns())
        .containsExactlyInAnyOrder(
            "shop.users.name", "shop.users.id", "shop.users.country", "orders.user_id");
    assertThat(allowed.functions()).containsExactlyInAnyOrder("count", "lower");
  }

  @Test
  void saysWhereTheFaultIs() {
    Verdict verdict = gate.check("SELECT name, pg_sleep(5) FROM users");

    assertThat(verdict)
        .isEqualTo(
            new Verdict.Rejected(
                List.of(
                    new Violation(
                        "function.hazard",
                        13,
                        "the function 'pg_sleep' reaches outside the tables, waits, or uses up the"
                            + " server",
                        "leave it out"))));
  }

  @Test
  void namesTheNearestTable() {
    SqlGate cataloged =
        SqlGate.builder(SqlDialect.SQLITE)
            .catalog(SqlCatalog.builder().table("customers", List.of("id")).build())
            .build();

    assertThat(cataloged.check("SELECT id FROM custmers"))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected ->
                assertThat(rejected.violations().getFirst().remedy())
                    .isEqualTo("did you mean 'customers'?"));
  }

  @Test
  void letsAddedFunctionsPassWithACatalog() {
    SqlGate cataloged =
        SqlGate.builder(SqlDialect.SQLITE)
            .catalog(SqlCatalog.builder().table("t", List.of("a")).build())
            .functions(Set.of("Mask"))
            .build();

    assertThat(cataloged.check("SELECT mask(a) FROM t").allowed()).isTrue();
  }

  @Test
  void refusesUnlistedFunctionsOnRequest() {
    SqlGate strict =
        SqlGate.builder(SqlDialect.POSTGRESQL).unlistedFunctions(UnlistedFunctions.REFUSE).build();

    assertThat(rule(strict, "SELECT tidy_users()")).isEqualTo("function.unlisted");
  }

  @Test
  void tellsQuotedNamesApartByCaseWhereTheServerDoes() {
    SqlCatalog catalog = SqlCatalog.builder().table("users", List.of("id")).build();
    SqlGate postgres = SqlGate.builder(SqlDialect.POSTGRESQL).catalog(catalog).build();
    SqlGate sqlite = SqlGate.builder(SqlDialect.SQLITE).catalog(catalog).build();

    assertThat(rule(postgres, "SELECT id FROM \"Users\"")).isEqualTo("table.unknown");
    assertThat(sqlite.check("SELECT id FROM \"Users\"").allowed()).isTrue();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> SqlGate.builder(SqlDialect.SQLITE).maxTokens(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens is 0: use at least 1");
  }

  @Nested
  class WithARowLimit {
    private final SqlGate limited = SqlGate.builder(SqlDialect.POSTGRESQL).rowLimit(100).build();

    @Test
    void addsIt() {
      Verdict.Allowed allowed = allowed(limited, "SELECT a FROM t ORDER BY a");

      assertThat(allowed.sql()).isEqualTo("SELECT a FROM t ORDER BY a LIMIT 100");
      assertThat(allowed.limits()).containsExactly("row limit 100 added");
    }

    @Test
    void lowersHigherOnes() {
      assertThat(allowed(limited, "SELECT a FROM t LIMIT 5000 OFFSET 7").sql())
          .isEqualTo("SELECT a FROM t LIMIT 100 OFFSET 7");
      assertThat(allowed(limited, "SELECT a FROM t LIMIT ALL").sql())
          .isEqualTo("SELECT a FROM t LIMIT 100");
      assertThat(allowed(limited, "SELECT a FROM t FETCH FIRST 500 ROWS ONLY").sql())
          .isEqualTo("SELECT a FROM t FETCH FIRST 100 ROWS ONLY");
      assertThat(allowed(limited, "SELECT a FROM t LIMIT 99999999999999999999").sql())
          .isEqualTo("SELECT a FROM t LIMIT 100");
    }

    @Test
    void keepsLowerOnes() {
      Verdict.Allowed allowed = allowed(limited, "SELECT a FROM t LIMIT 5");

      assertThat(allowed.sql()).isEqualTo("SELECT a FROM t LIMIT 5");
      assertThat(allowed.limits()).isEmpty();
    }

    @Test
    void boundsTheWholeOfASetOperation() {
      assertThat(allowed(limited, "SELECT 1 UNION SELECT 2").sql())
          .isEqualTo("SELECT 1 UNION SELECT 2 LIMIT 100");
      assertThat(allowed(limited, "SELECT 1 UNION SELECT 2 LIMIT 500").sql())
          .isEqualTo("SELECT 1 UNION SELECT 2 LIMIT 100");
      assertThat(allowed(limited, "(SELECT 1 LIMIT 500) UNION (SELECT 2 LIMIT 500)").sql())
          .isEqualTo("(SELECT 1 LIMIT 500) UNION (SELECT 2 LIMIT 500) LIMIT 100");
    }

    @Test
    void isNotMistakenForPartOfTheNameBefore() {
      assertThat(allowed(limited, "SELECT offset t").sql())
          .isEqualTo("SELECT offset AS t LIMIT 100");
      assertThat(allowed(limited, "SELECT 1 UNION SELECT offset t").sql())
          .isEqualTo("SELECT 1 UNION SELECT offset AS t LIMIT 100");
    }

    @Test
    void refusesCalculatedOnes() {
      assertThat(rule(limited, "SELECT a FROM t LIMIT 10 * 1000")).isEqualTo("limit.not_literal");
      assertThat(rule(limited, "SELECT a FROM t LIMIT (SELECT 5)")).isEqualTo("limit.not_literal");
    }
  }

  @Nested
  class WithHostileText {
    @Test
    void refusesLength() {
      assertThat(rule(gate, "SELECT '" + "x".repeat(100_000) + "'")).isEqualTo("text.length");
      assertThat(rule(gate, "SELECT '" + "\u20ac".repeat(30_000) + "'")).isEqualTo("text.length");
    }

    @Test
    void refusesMoreWordsThanAllowed() {
      assertThat(rule(gate, "SELECT 1" + " + 1".repeat(10_000))).isEqualTo("text.tokens");
    }

    @Test
    void refusesDepthOfEveryKind() {
      for (String[] pair :
          List.of(
              new String[] {"(", ")"},
              new String[] {"abs(", ")"},
              new String[] {"(SELECT ", ")"},
              new String[] {"ARRAY[", "]"},
              new String[] {"CASE WHEN a THEN ", " END"})) {
        String sql = "SELECT " + pair[0].repeat(100) + "1" + pair[1].repeat(100);
        assertThat(rule(gate, sql)).isEqualTo("text.nesting");
      }
    }

    @Test
    void survivesAStackThatOverflows() throws InterruptedException {
      String sql = "SELECT a" + " -> 'b'".repeat(3_900) + " FROM t";
      SqlGate roomy = SqlGate.builder(SqlDialect.POSTGRESQL).maxTokens(10_000).build();
      SqlGate[] answered = new SqlGate[1];
      Thread small =
          new Thread(
              null,
              () -> {
                roomy.check(sql);
                answered[0] = roomy;
              },
              "small-stack",
              128 * 1024);

      small.start();
      small.join();

      assertThat(answered[0]).isSameAs(roomy);
    }
  }

  @Test
  void writesAKnownShapeWithItsOwnValues() {
    gate.check("SELECT name FROM users WHERE id = 1 AND country IN ('DE', 'FR')");

    Verdict.Allowed again =
        allowed(gate, "SELECT name FROM users WHERE id = 27 AND country IN ('it''s', 'x; --')");

    assertThat(again.sql())
        .isEqualTo("SELECT name FROM users WHERE id = 27 AND country IN ('it''s', 'x; --')");
    assertThat(again.columns()).containsExactly("users.country", "users.id", "users.name");
  }

  @Test
  void looksAnewAtValuesThatDecide() {
    SqlGate limited = SqlGate.builder(SqlDialect.POSTGRESQL).rowLimit(50).build();
    for (int rows : new int[] {5, 10, 500}) {
      assertThat(allowed(limited, "SELECT a FROM t WHERE b = 1 LIMIT " + rows).sql())
          .endsWith(" LIMIT " + Math.min(rows, 50));
    }
    assertThat(gate.check("SELECT repeat('x', 5) FROM t WHERE a = 1").allowed()).isTrue();
    assertThat(rule(gate, "SELECT repeat('x', 5000000) FROM t WHERE a = 1"))
        .isEqualTo("function.size");
    assertThat(rule(gate, "SELECT x FROM t WHERE a IN (1, 2) AND b = pg_sleep(1)"))
        .isEqualTo("function.hazard");
  }

  private static Verdict.Allowed allowed(SqlGate gate, String sql) {
    Verdict verdict = gate.check(sql);
    assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
    return (Verdict.Allowed) verdict;
  }

  private static String rule(SqlGate gate, String sql) {
    Verdict verdict = gate.check(sql);
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    return ((Verdict.Rejected) verdict).violations().getFirst().rule();
  }
}
