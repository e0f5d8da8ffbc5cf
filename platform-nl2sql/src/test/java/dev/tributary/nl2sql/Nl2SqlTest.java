package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.ModelException;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.QuestionListener;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Nl2SqlTest {
  private static final String BY_COUNTRY =
      "SELECT country, COUNT(*) AS customers FROM customers GROUP BY country ORDER BY country";
  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) "
          + "SELECT COUNT(*) FROM n";

  private @TempDir Path folder;
  private Shop shop;
  private final List<Progress.Step> steps = new ArrayList<>();

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void answersWithTheRowsOfProposedSql() {
    Scripted model = new Scripted("scripted").sql(BY_COUNTRY);

    Answer answer = answered(shop.engine().generator(model).build());

    assertThat(answer.rows()).containsExactly(List.of("DE", 2), List.of("SE", 1));
    assertThat(answer.sql()).isEqualTo(BY_COUNTRY);
    assertThat(answer.generator()).isEqualTo("scripted");
    assertThat(answer.explanation()).isEqualTo("as scripted");
    assertThat(answer.tokens()).isEqualTo(new TokenUsage(10, 2, 0));
    assertThat(answer.provenance().asOf()).isEqualTo(Shop.NOON);
    assertThat(model.asked.getFirst().dialect()).isEqualTo("sqlite");
    assertThat(model.asked.getFirst().now()).isEqualTo(Shop.NOON);
  }

  @Test
  void tellsOfEveryStepAsItBeginsAndEnds() {
    Nl2Sql engine = shop.engine().generator(new Scripted("scripted").sql(BY_COUNTRY)).build();

    engine.ask(Question.of("customers by country"), steps::add);

    assertThat(steps)
        .extracting(Progress.Step::stage)
        .containsExactly(
            Stage.GROUND,
            Stage.GROUND,
            Stage.GENERATE,
            Stage.GENERATE,
            Stage.GATE,
            Stage.GATE,
            Stage.EXECUTE,
            Stage.EXECUTE,
            Stage.DESCRIBE,
            Stage.DESCRIBE);
    assertThat(steps.get(3).tokens()).isEqualTo(new TokenUsage(10, 2, 0));
    assertThat(steps.get(5).detail()).isEqualTo(BY_COUNTRY);
  }

  @Test
  void sendsRefusedSqlBackWithTheReason() {
    Scripted model = new Scripted("scripted").sql("SELECT * FROM secrets").sql(BY_COUNTRY);

    Answer answer = answered(shop.engine().generator(model).build());

    assertThat(answer.rows()).hasSize(2);
    assertThat(model.asked.get(1).attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.sql()).isEqualTo("SELECT * FROM secrets");
          assertThat(attempt.error()).contains("secrets");
        });
    assertThat(answer.tokens()).isEqualTo(new TokenUsage(20, 4, 0));
  }

  @Test
  void sendsSqlBackThatTheServerRefused() {
    Scripted model =
        new Scripted("scripted").sql("SELECT SUBSTR(name) FROM customers").sql(BY_COUNTRY);

    Answer answer = answered(shop.engine().generator(model).build());

    assertThat(answer.rows()).hasSize(2);
    assertThat(model.asked.get(1).attempts()).hasSize(1);
  }

  @Test
  void refusesAttacksHoweverOftenTheyAreProposed() {
    String before = shop.contents();
    Scripted model =
        new Scripted("scripted").sql("DROP TABLE orders").sql("SELECT 1; DELETE FROM orders");

    Outcome outcome = shop.engine().generator(model).build().ask(question("r"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED);
              assertThat(refused.violations()).isNotEmpty();
            });
    assertThat(shop.contents()).isEqualTo(before);
  }

  @Test
  void stopsRepairingWhenTheSameSqlComesBack() {
    Scripted model =
        new Scripted("scripted").sql("SELECT * FROM secrets").sql("SELECT * FROM secrets");

    Outcome outcome = shop.engine().repairs(3).generator(model).build().ask(question("r"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.CANNOT_ANSWER));
  }

  @Test
  void asksTheNextGeneratorWhenAModelIsDownAndSaysSo() {
    Scripted down =
        new Scripted("model")
            .then(request -> {
              throw new ModelException(ModelException.Cause.UNAVAILABLE, "down", null);
            });

    Answer answer =
        answered(
            shop.engine()
                .generator(down)
                .generator(new Scripted("grounded").sql(BY_COUNTRY))
                .build());

    assertThat(answer.generator()).isEqualTo("grounded");
    assertThat(answer.warnings()).singleElement().asString().contains("model", "unavailable");
  }

  @Test
  void failsWhenNobodyCanPropose() {
    Outcome outcome = shop.engine().build().ask(question("r"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.stage()).isEqualTo(Stage.GENERATE);
              assertThat(failed.code()).isEqualTo("model_unavailable");
            });
  }

  @Test
  void handsOnWhatAGeneratorAsksBackOrDeclines() {
    Outcome.NeedsClarification back =
        new Outcome.NeedsClarification(
            "which?", List.of(new Outcome.Option("a", "A?"), new Outcome.Option("b", "B?")));
    Outcome.Refused declined =
        new Outcome.Refused(
            Outcome.Reason.NOT_A_DATA_QUESTION, "not about data", List.of(), List.of());
    Scripted model =
        new Scripted("scripted")
            .then(request -> new Proposal.Clarify(back, TokenUsage.NONE))
            .then(request -> new Proposal.Decline(declined, TokenUsage.NONE));
    Nl2Sql engine = shop.engine().generator(model).build();

    assertThat(engine.ask(question("1"))).isEqualTo(back);
    assertThat(engine.ask(question("2"))).isEqualTo(declined);
  }

  @Test
  void stopsAtTheTimeLimit() {
    Scripted model = new Scripted("scripted").sql(ENDLESS);

    Outcome outcome =
        shop.engine()
            .limits(QueryLimits.DEFAULT.withTime(Duration.ofMillis(100)))
            .generator(model)
            .build()
            .ask(question("r"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.stage()).isEqualTo(Stage.EXECUTE);
              assertThat(failed.code()).isEqualTo("time_limit");
              assertThat(failed.sql()).isNotEmpty();
            });
  }

  @Test
  void cancelsWhatRuns() throws Exception {
    Nl2Sql engine = shop.engine().generator(new Scripted("scripted").sql(ENDLESS)).build();
    CountDownLatch executing = new CountDownLatch(1);
    boolean[] interruptedAfter = new boolean[1];
    FutureTask<Outcome> asked =
        new FutureTask<>(() -> {
          Outcome outcome =
              engine.ask(
                  question("r-1"),
                  step -> {
                    if (step.stage() == Stage.EXECUTE) {
                      executing.countDown();
                    }
                  });
          interruptedAfter[0] = Thread.currentThread().isInterrupted();
          return outcome;
        });
    Thread.ofVirtual().start(asked);

    assertThat(executing.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.cancel("r-1")).isTrue();

    assertThat(asked.get(30, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.stage()).isEqualTo(Stage.EXECUTE);
              assertThat(failed.code()).isEqualTo("cancelled");
            });
    assertThat(interruptedAfter[0]).isFalse();
    assertThat(engine.cancel("r-1")).isFalse();
  }

  @Test
  void cutsAtTheRowsThatAreAskedFor() {
    Nl2Sql engine =
        shop.engine().generator(new Scripted("scripted").sql("SELECT name FROM customers")).build();

    Outcome outcome = engine.ask(new Question("names", "", "", ZoneOffset.UTC, 2));

    Answer answer = ((Outcome.Answered) outcome).answer();
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.cut()).isTrue();
    assertThat(answer.warnings()).contains("there are more rows than these 2");
  }

  @Test
  void takesRowsFromTheCacheAsLongAsTheDataIsTheSame() {
    Map<ResultCache.Key, ResultCache.Rows> kept = new HashMap<>();
    String[] version = {"v1"};
    Nl2Sql engine =
        shop.engine()
            .origin((tables, at) -> new Provenance(version[0], at, List.of()))
            .cache(mapped(kept))
            .generator(new Scripted("scripted").sql(BY_COUNTRY).sql(BY_COUNTRY).sql(BY_COUNTRY))
            .build();

    assertThat(answered(engine).fromCache()).isFalse();
    assertThat(answered(engine).fromCache()).isTrue();
    version[0] = "v2";
    assertThat(answered(engine).fromCache()).isFalse();
  }

  @Test
  void remembersWhatWasAskedInAConversation() {
    List<GenerationRequest.Turn> turns = new ArrayList<>();
    Scripted model = new Scripted("scripted").sql(BY_COUNTRY).sql(BY_COUNTRY);
    Nl2Sql engine =
        shop.engine().conversations(new ListedConversations(turns)).generator(model).build();

    engine.ask(new Question("customers by country", "s", "", ZoneOffset.UTC, 0));
    engine.ask(new Question("only for Germany", "s", "", ZoneOffset.UTC, 0));

    assertThat(turns)
        .extracting(GenerationRequest.Turn::question)
        .containsExactly("customers by country", "only for Germany");
    assertThat(model.asked.get(1).turns())
        .containsExactly(new GenerationRequest.Turn("customers by country", BY_COUNTRY, "2 rows."));
  }

  @Test
  void runsSqlThroughTheSameGate() {
    Nl2Sql engine = shop.engine().build();

    assertThat(engine.execute(SqlQuery.of(BY_COUNTRY)))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answered -> assertThat(answered.answer().generator()).isEqualTo("sql"));
    assertThat(engine.execute(SqlQuery.of("DELETE FROM orders")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(engine.check("SELECT name FROM customers").allowed()).isTrue();
    assertThat(engine.check("SELECT x FROM customers").violations().getFirst().position())
        .isEqualTo(8);
  }

  @Test
  void outlivesListenersThatThrow() {
    QuestionListener broken =
        new QuestionListener() {
          @Override
          public void step(Question question, Progress.Step step) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void finished(
              Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {
            throw new IllegalStateException("broken");
          }
        };
    Nl2Sql engine =
        shop.engine()
            .listener(broken)
            .describer(findings -> {
              throw new IllegalStateException("broken");
            })
            .generator(new Scripted("scripted").sql(BY_COUNTRY))
            .build();

    Answer answer = answered(engine);

    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.warnings()).contains("the rows could not be described");
  }

  @Test
  void failsWithoutThrowingWhenAPartBreaks() {
    Nl2Sql engine =
        shop.engine()
            .generator(
                new Scripted("scripted")
                    .then(request -> {
                      throw new IllegalStateException("broken");
                    }))
            .build();

    assertThat(engine.ask(question("r")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("internal"));
  }

  @Test
  void refusesMoreRepairsThanThree() {
    assertThatThrownBy(() -> shop.engine().repairs(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("repairs is 4");
  }

  private static Answer answered(Nl2Sql engine) {
    Outcome outcome = engine.ask(Question.of("customers by country"));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).answer();
  }

  private static Question question(String requestId) {
    return new Question("customers by country", "", requestId, ZoneOffset.UTC, 0);
  }

  private static ResultCache mapped(Map<ResultCache.Key, ResultCache.Rows> kept) {
    return new ResultCache() {
      @Override
      public Optional<Rows> find(Key key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public void keep(Key key, Rows rows) {
        kept.put(key, rows);
      }
    };
  }
}
