package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over small databases, each with SQL that gives the right rows. */
class GroundedSqlSpecTest {
  private static final double ANSWERED = 0.8;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "library",
        "hospital",
        "football",
        "shop",
        "school",
        "film",
        "journeys",
        "islands",
        "meadow",
        "terse",
        "canoes",
        "depot"
      })
  void answersMostQuestionsAndNoneWrongly(String name) throws SQLException {
    List<String> lines = QuestionDatabase.text(name + ".txt").lines().toList();
    try (QuestionDatabase database = QuestionDatabase.named(name)) {
      SchemaSnapshot snapshot = database.snapshot();
      SqlGate gate = SqlGate.builder(SqlDialect.SQLITE).catalog(snapshot.catalog()).build();
      GroundedSql generator = GroundedSql.over(snapshot);
      List<String> wrong = new ArrayList<>();
      int answered = 0;
      for (int i = 0; i < lines.size(); i += 2) {
        if (generator.propose(request(lines.get(i), snapshot)) instanceof Proposal.Sql proposal) {
          answered++;
          assertThat(gate.check(proposal.sql())).isInstanceOf(Verdict.Allowed.class);
          boolean ordered = lines.get(i + 1).contains("ORDER BY");
          if (!database
              .rows(proposal.sql(), ordered)
              .equals(database.rows(lines.get(i + 1), ordered))) {
            wrong.add(lines.get(i) + " -> " + proposal.sql());
          }
        }
      }

      assertThat(wrong).isEmpty();
      assertThat(answered).isGreaterThan((int) (ANSWERED * lines.size() / 2));
    }
  }

  @Test
  void declinesWhatTheTablesDoNotHold() throws SQLException {
    Map<String, GroundedSql> generators = new HashMap<>();
    List<String> answered = new ArrayList<>();
    for (String line : QuestionDatabase.text("bad.txt").lines().toList()) {
      String name = line.substring(0, line.indexOf(':'));
      String question = line.substring(line.indexOf(':') + 2);
      try (QuestionDatabase database = QuestionDatabase.named(name)) {
        SchemaSnapshot snapshot = database.snapshot();
        GroundedSql generator = generators.computeIfAbsent(name, key -> GroundedSql.over(snapshot));
        if (generator.propose(request(question, snapshot)) instanceof Proposal.Sql proposal) {
          answered.add(question + " -> " + proposal.sql());
        }
      }
    }

    assertThat(answered).isEmpty();
  }

  private static GenerationRequest request(String question, SchemaSnapshot snapshot) {
    return new GenerationRequest(
        Question.of(question), snapshot.schema(), "sqlite", Instant.EPOCH, List.of(), List.of());
  }
}
