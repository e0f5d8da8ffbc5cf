package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredQuestionsTest {
  private @TempDir Path folder;
  private Shop shop;
  private CentralStore store;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), () -> Shop.NOON);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void conversationsOutliveTheEngine() {
    Scripted first = new Scripted("grounded").sql("SELECT COUNT(*) FROM orders");
    Scripted second = new Scripted("grounded").sql("SELECT 1").sql("SELECT 2");

    shop.engine().store(store).standalone(first).build().ask(asked("orders by country", "s"));
    Nl2Sql later = shop.engine().store(store).standalone(second).build();
    later.ask(asked("and by month?", "s"));
    later.ask(asked("and by month?", "another"));

    assertThat(second.asked.get(0).question().text()).isEqualTo("orders by month");
    assertThat(second.asked.get(1).question().text()).isEqualTo("and by month?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "Option 2", "the second one", "Last", "by value ", "BY VALUE?"})
  void anOptionIsPickedByItsWordsOrItsNumber(String reply) {
    Scripted model =
        new Scripted("model")
            .then(request ->
                new Proposal.Clarify(
                    new Outcome.NeedsClarification(
                        "best by what?",
                        List.of(
                            new Outcome.Option("by number", "customers by number of orders"),
                            new Outcome.Option("by value", "customers by sum of orders"))),
                    TokenUsage.NONE))
            .sql("SELECT 1");

    shop.engine().store(store).generator(model).build().ask(asked("best customers", "s"));
    Outcome outcome = shop.engine().store(store).generator(model).build().ask(asked(reply, "s"));

    assertThat(model.asked.getLast().question().text()).isEqualTo("customers by sum of orders");
    assertThat(((Outcome.Answered) outcome).answer().question())
        .isEqualTo("customers by sum of orders");
  }

  @Test
  void onlyTheLastTenQuestionsCount() {
    Scripted model = new Scripted("model");
    for (int i = 0; i < 13; i++) {
      model.sql("SELECT " + i);
    }
    Nl2Sql engine = shop.engine().store(store).generator(model).build();

    for (int i = 0; i < 13; i++) {
      engine.ask(asked("question " + i, "s"));
    }

    assertThat(model.asked.getLast().turns())
        .hasSize(10)
        .satisfies(turns -> {
          assertThat(turns.getFirst().question()).isEqualTo("question 2");
          assertThat(turns.getLast().sql()).isEqualTo("SELECT 11");
          assertThat(turns.getLast().summary()).isEqualTo("One row.");
        });
  }

  @Test
  void conversationsAreForgottenOnceTheirLastQuestionIsOld() {
    Scripted model = new Scripted("model").sql("SELECT 1").sql("SELECT 2").sql("SELECT 3");
    Nl2Sql engine = shop.engine().store(store).generator(model).build();
    engine.ask(asked("one", "s"));

    assertThat(engine.forgetConversations(Shop.NOON)).isZero();
    engine.ask(asked("two", "s"));
    assertThat(engine.forgetConversations(Shop.NOON.plusMillis(1))).isEqualTo(1);
    engine.ask(asked("three", "s"));

    assertThat(model.asked).extracting(request -> request.turns().size()).containsExactly(0, 1, 0);
  }

  @Test
  void aConversationThatCannotBeKeptCostsNoAnswer() {
    Nl2Sql engine =
        shop.engine().store(store).generator(new Scripted("model").sql("SELECT 1")).build();
    store.close();

    assertThat(engine.ask(asked("one", "s"))).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void conversationsAreKeptUnderNamesUpToTheLimit() {
    Scripted model = new Scripted("model").sql("SELECT 1").sql("SELECT 2");
    Nl2Sql engine = shop.engine().store(store).generator(model).build();
    String name = "s".repeat(Question.MAX_SESSION_LENGTH);

    engine.ask(asked("one", name));
    engine.ask(asked("two", name));

    assertThat(model.asked.getLast().turns()).hasSize(1);
    assertThatThrownBy(() -> asked("three", name + "s")).hasMessageContaining("at most 100");
  }

  @Test
  void everyQuestionIsAnEventWithItsSteps() {
    shop.engine()
        .store(store)
        .generator(new Scripted("model").sql("SELECT x FROM orders").sql("SELECT 1"))
        .build()
        .ask(new Question("one", "s", "r-1", ZoneOffset.UTC, 0));

    List<Event> events = store.events().read(0, 100).events();

    assertThat(events)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.type()).isEqualTo(EventTypes.QUESTION_FINISHED);
          assertThat(event.subject()).isEqualTo("r-1");
          assertThat(event.data().toString())
              .contains("answered", "model", "repair", "execute")
              .doesNotContain("SELECT", "orders");
        });
  }

  @Test
  void questionsStepsAndTokensAreMeasured() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Nl2Sql engine =
        shop.engine()
            .metrics(registry)
            .generator(new Scripted("model").sql("SELECT 1").sql("SELECT nothing"))
            .repairs(0)
            .build();

    engine.ask(Question.of("one"));
    engine.ask(Question.of("two"));

    assertThat(registry.get("tributary.nl2sql.question").tag("outcome", "answered").timer().count())
        .isEqualTo(1);
    assertThat(
            registry.get("tributary.nl2sql.question").tag("reason", "not_allowed").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("tributary.nl2sql.step").tag("stage", "gate").timer().count())
        .isEqualTo(2);
    assertThat(registry.get("tributary.nl2sql.tokens").tag("kind", "input").counter().count())
        .isEqualTo(20);
  }

  @Test
  void sqlThatIsRunIsAnEventAndMeasuredAsQuestionsAre() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Nl2Sql engine = shop.engine().store(store).metrics(registry).build();

    engine.execute(new SqlQuery("SELECT 1", "r-2", 0));
    engine.execute(new SqlQuery("DROP TABLE orders", "r-3", 0));

    assertThat(store.events().read(0, 100).events())
        .extracting(Event::subject, event -> event.data().get("outcome"))
        .containsExactly(Tuple.tuple("r-2", "answered"), Tuple.tuple("r-3", "refused"));
    assertThat(registry.get("tributary.nl2sql.question").tag("outcome", "answered").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("tributary.nl2sql.step").tag("stage", "execute").timer().count())
        .isEqualTo(1);
  }

  private static Question asked(String text, String sessionId) {
    return new Question(text, sessionId, "", ZoneOffset.UTC, 0);
  }
}
