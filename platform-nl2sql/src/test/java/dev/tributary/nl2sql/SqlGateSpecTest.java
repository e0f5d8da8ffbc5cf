package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SqlGateSpecTest {
  private static final SqlGate CATALOGED =
      SqlGate.builder(SqlDialect.POSTGRESQL)
          .catalog(
              SqlCatalog.builder()
                  .table("users", List.of("id", "name", "country"), Set.of("password"))
                  .table("orders", List.of("id", "user_id", "amount"))
                  .build())
          .build();

  @TestFactory
  Stream<DynamicTest> refusesWithTheRule() {
    List<Spec.Refused> spec = Spec.read("gate-refused.yaml", new TypeReference<>() {});
    return spec.stream()
        .flatMap(section ->
            section.rules().entrySet().stream()
                .flatMap(rule ->
                    rule.getValue().stream()
                        .map(sql ->
                            dynamicTest(
                                section.dialect() + " " + rule.getKey() + ": " + sql,
                                () ->
                                    insistOn(gate(section.dialect()).check(sql), rule.getKey())))));
  }

  @TestFactory
  Stream<DynamicTest> allowsAndWritesAnew() {
    List<Spec.Allowed> spec = Spec.read("gate-allowed.yaml", new TypeReference<>() {});
    return spec.stream()
        .flatMap(section ->
            section.statements().entrySet().stream()
                .map(pair ->
                    dynamicTest(
                        section.dialect() + ": " + pair.getKey(),
                        () ->
                            assertThat(gate(section.dialect()).check(pair.getKey()))
                                .isInstanceOfSatisfying(
                                    Verdict.Allowed.class,
                                    allowed ->
                                        assertThat(allowed.sql()).isEqualTo(pair.getValue())))));
  }

  @TestFactory
  Stream<DynamicTest> letsHarmlessStatementsPassUnchanged() {
    return families(
        "gate-benign.yaml",
        (gate, sql) -> {
          Verdict verdict = gate.check(sql);
          assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
          String written = ((Verdict.Allowed) verdict).sql();
          assertThat(gate.check(written))
              .isInstanceOfSatisfying(
                  Verdict.Allowed.class, again -> assertThat(again.sql()).isEqualTo(written));
        });
  }

  @TestFactory
  Stream<DynamicTest> letsNoAttackPass() {
    return families(
        "gate-attacks.yaml",
        (gate, sql) -> assertThat(gate.check(sql)).isInstanceOf(Verdict.Rejected.class));
  }

  private static Stream<DynamicTest> families(String name, BiConsumer<SqlGate, String> check) {
    Map<String, List<String>> spec = Spec.read(name, new TypeReference<>() {});
    return spec.entrySet().stream()
        .flatMap(family -> {
          SqlGate gate = gate(family.getKey());
          return family.getValue().stream()
              .map(sql -> dynamicTest(family.getKey() + ": " + sql, () -> check.accept(gate, sql)));
        });
  }

  @TestFactory
  Stream<DynamicTest> readsOnlyWhatTheCatalogHas() {
    Spec.WithCatalog spec = Spec.read("gate-catalog.yaml", new TypeReference<>() {});
    Stream<DynamicTest> passes =
        spec.passes().stream()
            .map(sql ->
                dynamicTest(
                    "passes: " + sql,
                    () -> assertThat(CATALOGED.check(sql)).isInstanceOf(Verdict.Allowed.class)));
    Stream<DynamicTest> refused =
        spec.refused().entrySet().stream()
            .flatMap(rule ->
                rule.getValue().stream()
                    .map(sql ->
                        dynamicTest(
                            rule.getKey() + ": " + sql,
                            () -> insistOn(CATALOGED.check(sql), rule.getKey()))));
    return Stream.concat(passes, refused);
  }

  private static void insistOn(Verdict verdict, String rule) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected ->
                assertThat(rejected.violations())
                    .singleElement()
                    .satisfies(violation -> {
                      assertThat(violation.rule()).isEqualTo(rule);
                      assertThat(violation.what()).isNotBlank();
                      assertThat(violation.remedy()).isNotBlank();
                    }));
  }

  private static SqlGate gate(String dialect) {
    return SqlGate.builder(SqlDialect.valueOf(dialect.toUpperCase(Locale.ROOT))).build();
  }
}
