package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Decides on every statement of a file, for measuring the gate on sets kept elsewhere. */
class GateDecisionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @EnabledIfSystemProperty(named = "gate.statements", matches = ".+")
  void decidesOnEveryStatement() throws IOException {
    Path in = Path.of(System.getProperty("gate.statements"));
    List<String> decisions = new ArrayList<>();
    for (String line : Files.readAllLines(in)) {
      decisions.add(decide(JSON.readTree(line)));
    }

    Files.write(Path.of(System.getProperty("gate.decisions")), decisions);

    assertThat(decisions).isNotEmpty();
  }

  private static String decide(JsonNode row) throws IOException {
    Verdict verdict = gate(row.path("dialect").asText()).check(row.path("sql").asText());
    ObjectNode decision =
        JSON.createObjectNode().put("id", row.path("id").asText()).put("allow", verdict.allowed());
    if (verdict instanceof Verdict.Rejected rejected) {
      decision.put("rule", rejected.violations().getFirst().rule());
    }
    return JSON.writeValueAsString(decision);
  }

  private static SqlGate gate(String dialect) {
    UnlistedFunctions unlisted =
        UnlistedFunctions.valueOf(System.getProperty("gate.unlisted", "SCREEN"));
    SqlDialect known =
        switch (dialect) {
          case "sqlite" -> SqlDialect.SQLITE;
          case "postgres", "postgresql" -> SqlDialect.POSTGRESQL;
          case "mysql", "mariadb" -> SqlDialect.MYSQL;
          default -> SqlDialect.GENERIC;
        };
    return SqlGate.builder(known).unlistedFunctions(unlisted).build();
  }
}
