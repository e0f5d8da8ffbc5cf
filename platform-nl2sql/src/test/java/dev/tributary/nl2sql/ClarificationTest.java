package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome.Option;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.nl2sql.bank.BankQuestions;
import dev.tributary.nl2sql.bank.BankStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of a question back leads to the reading it names. */
class ClarificationTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"library", "hospital", "football", "shop", "school", "film"})
  void optionsLeadToTheirReadings(String name) throws SQLException {
    List<String> lines = QuestionDatabase.text(name + ".txt").lines().toList();
    Stream<String> questions =
        IntStream.range(0, lines.size() / 2).mapToObj(place -> lines.get(2 * place));
    try (QuestionDatabase database = QuestionDatabase.named(name)) {
      assertThat(followed(database.snapshot(), questions.flatMap(ClarificationTest::shortened)))
          .isPositive();
    }
  }

  @Test
  void optionsAboutTheBankLeadToTheirReadings() {
    try (CentralStore store = BankStore.open(StoreConfig.sqlite(folder.resolve("bank.db")))) {
      SchemaSnapshot snapshot =
          store.<SchemaSnapshot, RuntimeException>read(connection ->
              SchemaReader.builder()
                  .datasets(CanonicalDatasets.all())
                  .declaredOnly()
                  .clock(InstantSource.fixed(BankStore.NOW))
                  .build()
                  .read(connection));

      Stream<String> questions =
          BankQuestions.all().stream().map(one -> one.ask()).flatMap(ClarificationTest::shortened);

      assertThat(followed(snapshot, questions)).isPositive();
    }
  }

  /** The question, and what remains of it without one of its words, now this one, now that. */
  private static Stream<String> shortened(String question) {
    List<String> words = List.of(question.split(" "));
    return Stream.concat(
        Stream.of(question),
        IntStream.range(1, words.size())
            .filter(place -> place % 3 == words.size() % 3)
            .mapToObj(place -> {
              List<String> fewer = new ArrayList<>(words);
              fewer.remove(place);
              return String.join(" ", fewer);
            }));
  }

  /** Picks every option of every question that is asked back, and counts them. */
  private static int followed(SchemaSnapshot snapshot, Stream<String> questions) {
    GroundedSql generator = GroundedSql.over(snapshot);
    int picked = 0;
    for (String question : questions.toList()) {
      if (generator.propose(request(question, snapshot)) instanceof Proposal.Clarify back) {
        Set<String> seen = new HashSet<>();
        for (Option option : back.clarification().options()) {
          assertThat(generator.propose(request(option.question(), snapshot)))
              .as(option.question())
              .isInstanceOfSatisfying(
                  Proposal.Sql.class,
                  proposal -> {
                    assertThat(proposal.explanation()).isEqualTo(option.label());
                    assertThat(seen.add(proposal.sql())).as(option.label()).isTrue();
                  });
          picked++;
        }
      }
    }
    return picked;
  }

  private static GenerationRequest request(String question, SchemaSnapshot snapshot) {
    return new GenerationRequest(
        Question.of(question), snapshot.schema(), "sqlite", BankStore.NOW, List.of(), List.of());
  }
}
