package dev.tributary.nl2sql.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.nl2sql.GroundedSql;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.QueryLimits;
import dev.tributary.nl2sql.QueryResult;
import dev.tributary.nl2sql.ReadOnlyQuery;
import dev.tributary.nl2sql.RowDescriber;
import dev.tributary.nl2sql.SchemaReader;
import dev.tributary.nl2sql.SchemaSnapshot;
import dev.tributary.nl2sql.SqlDialect;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the questions without a model. The goal is that none is answered wrong and all
 * are answered; the bounds say how far the generator is and are to be moved with it, never back.
 */
class BankAnswersTest {
  private static final int MOST_WRONG = 0;
  private static final int LEAST_RIGHT = 200;

  @TempDir Path folder;

  private enum Judgement {
    RIGHT,
    DECLINED_THOUGH_ANSWERABLE,
    WRONG
  }

  @Test
  void noMoreAnswersAreWrongAndNoFewerRightThanBefore() {
    Map<Judgement, List<String>> judged = new EnumMap<>(Judgement.class);
    try (CentralStore store = BankStore.open(StoreConfig.sqlite(folder.resolve("bank.db")))) {
      Nl2Sql engine = engine(store);
      ReadOnlyQuery gold =
          ReadOnlyQuery.builder(SqlDialect.SQLITE, store.guests())
              .limits(QueryLimits.DEFAULT.withRows(100_000))
              .build();
      for (BankQuestion question : BankQuestions.all()) {
        Outcome outcome = engine.ask(Question.of(question.ask()));
        judged
            .computeIfAbsent(judge(question, outcome, gold), any -> new ArrayList<>())
            .add(question.ask() + " -> " + words(outcome));
      }
    }
    judged.forEach((judgement, questions) -> report(judgement, questions));

    assertThat(judged.getOrDefault(Judgement.WRONG, List.of()))
        .hasSizeLessThanOrEqualTo(MOST_WRONG);
    assertThat(judged.getOrDefault(Judgement.RIGHT, List.of()))
        .hasSizeGreaterThanOrEqualTo(LEAST_RIGHT);
  }

  private static void report(Judgement judgement, List<String> questions) {
    System.Logger log = System.getLogger(BankAnswersTest.class.getName());
    log.log(System.Logger.Level.INFO, judgement.name() + ": " + questions.size());
    if (judgement != Judgement.RIGHT) {
      questions.forEach(question -> log.log(System.Logger.Level.INFO, "  " + question));
    }
  }

  private static Nl2Sql engine(CentralStore store) {
    SchemaSnapshot snapshot =
        store.<SchemaSnapshot, RuntimeException>read(connection ->
            SchemaReader.builder()
                .datasets(CanonicalDatasets.all())
                .declaredOnly()
                .clock(InstantSource.fixed(BankStore.NOW))
                .build()
                .read(connection));
    return Nl2Sql.builder(SqlDialect.SQLITE, store.guests(), snapshot::schema)
        .standalone(GroundedSql.over(snapshot))
        .describer(RowDescriber.ofDefaults())
        .clock(InstantSource.fixed(BankStore.NOW))
        .build();
  }

  private static Judgement judge(BankQuestion question, Outcome outcome, ReadOnlyQuery gold) {
    return switch (outcome) {
      case Outcome.Answered(var answer) ->
          question.gold().stream()
                  .map(gold::run)
                  .map(QueryResult::rows)
                  .anyMatch(rows -> SameRows.hold(answer.rows(), rows, question.sorted()))
              ? Judgement.RIGHT
              : Judgement.WRONG;
      case Outcome.NeedsClarification asked ->
          question.clarify() || !question.refuse().isEmpty()
              ? Judgement.RIGHT
              : Judgement.DECLINED_THOUGH_ANSWERABLE;
      case Outcome.Refused refused ->
          question.refuse().isEmpty() ? Judgement.DECLINED_THOUGH_ANSWERABLE : Judgement.RIGHT;
      case Outcome.Failed failed -> Judgement.WRONG;
    };
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(var answer) -> answer.sql();
      case Outcome.NeedsClarification asked -> "asked back: " + asked.options();
      case Outcome.Refused refused -> "declined: " + refused.message();
      case Outcome.Failed failed -> "failed: " + failed.message() + " " + failed.sql();
    };
  }
}
