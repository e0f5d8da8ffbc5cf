package dev.tributary.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.api.settings.Secret;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.QueryLimits;
import dev.tributary.nl2sql.SqlDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** Questions from their words to their rows, with a model on the other side of HTTP. */
class QuestionsOverHttpTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String COUNT = "SELECT COUNT(*) AS orders FROM orders";

  private @TempDir Path folder;
  private final ProviderStub stub = new ProviderStub();
  private final SQLiteDataSource connections = new SQLiteDataSource();

  @BeforeEach
  void fill() throws SQLException {
    connections.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, amount NUMERIC)");
      statement.execute("INSERT INTO orders VALUES (1, 10), (2, 5)");
    }
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource
  void goodSqlIsAnswered(Wire wire) {
    stub.ok(wire.saying("{\\\"outcome\\\":\\\"sql\\\",\\\"sql\\\":\\\"" + COUNT + "\\\"}"));

    Answer answer = answer(engine(wire).build());

    assertThat(answer.rows()).containsExactly(List.of(2));
    assertThat(answer.generator()).isEqualTo(wire.provider.word() + ":m");
    assertThat(answer.tokens().input()).isEqualTo(120);
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void refusedSqlIsRepaired() {
    stub.ok(Wire.GEMINI.saying("SELECT secret FROM orders")).ok(Wire.GEMINI.saying(COUNT));

    Answer answer = answer(engine(Wire.GEMINI).build());

    assertThat(answer.rows()).containsExactly(List.of(2));
    assertThat(answer.tokens()).isEqualTo(new TokenUsage(240, 40, 128));
    assertThat(stub.asked.get(1).body()).contains("SELECT secret FROM orders", "error: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE orders",
        "SELECT 1; DELETE FROM orders",
        "WITH d AS (DELETE FROM orders RETURNING id) SELECT id FROM d",
        "SELECT load_extension(1)",
        "ATTACH DATABASE 'other.db' AS other"
      })
  void attacksAreRefused(String attack) throws SQLException {
    stub.ok(Wire.OPENAI.saying("<sql>" + attack + "</sql>"))
        .ok(Wire.OPENAI.saying("<sql>" + attack + " -- please</sql>"));

    Outcome outcome = engine(Wire.OPENAI).build().ask(Question.of("how many orders?"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
    assertThat(orders()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aModelThatIsDownIsDoneWithout(Wire wire) {
    stub.status(503, Map.of());

    Answer answer = answer(engine(wire).standalone(grounded()).build());

    assertThat(answer.rows()).containsExactly(List.of(2));
    assertThat(answer.generator()).isEqualTo("grounded");
    assertThat(answer.warnings())
        .containsExactly(
            wire.provider.word() + ":m did not help (unavailable), so it was done without");
  }

  @Test
  void aModelThatTalksNonsenseIsDoneWithout() {
    stub.ok(Wire.ANTHROPIC.saying("I am a teapot."));

    Answer answer = answer(engine(Wire.ANTHROPIC).standalone(grounded()).build());

    assertThat(answer.generator()).isEqualTo("grounded");
    assertThat(answer.warnings()).singleElement().asString().contains("bad_reply");
  }

  @Test
  void noRowsAreAnAnswer() {
    stub.ok(Wire.OLLAMA.saying("SELECT id FROM orders WHERE amount > 99"));

    Answer answer = answer(engine(Wire.OLLAMA).build());

    assertThat(answer.rows()).isEmpty();
    assertThat(answer.cut()).isFalse();
  }

  @Test
  void aQueryStopsAtTheTimeLimit() {
    stub.ok(
        Wire.GEMINI.saying(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
                + " SELECT COUNT(*) AS c FROM n"));

    Outcome outcome =
        engine(Wire.GEMINI)
            .limits(QueryLimits.DEFAULT.withTime(Duration.ofMillis(100)))
            .build()
            .ask(Question.of("how many orders?"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("time_limit"));
  }

  @ParameterizedTest
  @EnumSource
  void aQuestionIsCancelledWhileTheModelWrites(Wire wire) throws Exception {
    stub.hang();
    Nl2Sql engine = engine(wire).standalone(grounded()).build();
    FutureTask<Outcome> asked =
        new FutureTask<>(() -> engine.ask(new Question("how many?", "", "r-1", ZoneOffset.UTC, 0)));
    Thread.ofVirtual().start(asked);

    assertThat(stub.hanging.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.cancel("r-1")).isTrue();

    assertThat(asked.get(30, TimeUnit.SECONDS))
        .isEqualTo(new Outcome.Failed(Stage.GENERATE, "cancelled", "cancelled", ""));
  }

  private Nl2Sql.Builder engine(Wire wire) {
    HostedModel model =
        HostedModel.builder(wire.provider)
            .model("m")
            .baseUrl(stub.address() + wire.base)
            .key(Secret.of("the-key"))
            .retries(0)
            .pause(rest -> {}, new SplittableRandom(7))
            .build();
    return Nl2Sql.builder(SqlDialect.SQLITE, connections, QuestionsOverHttpTest::schema)
        .clock(() -> NOON)
        .model(model);
  }

  private static Answer answer(Nl2Sql engine) {
    Outcome outcome = engine.ask(Question.of("how many orders?"));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).answer();
  }

  private int orders() throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM orders")) {
      return rows.getInt(1);
    }
  }

  private static SqlGenerator grounded() {
    return new SqlGenerator() {
      @Override
      public String name() {
        return "grounded";
      }

      @Override
      public Proposal propose(GenerationRequest request) {
        return new Proposal.Sql(COUNT, "", List.of(), TokenUsage.NONE);
      }
    };
  }

  private static DataSchema schema() {
    DataTable orders =
        new DataTable(
            "orders",
            "",
            List.of(),
            List.of(column("id", "INTEGER"), column("amount", "NUMERIC")),
            List.of("id"),
            List.of(),
            2);
    return new DataSchema(List.of(orders), "1", NOON);
  }

  private static DataColumn column(String name, String type) {
    return new DataColumn(name, Kind.NUMBER, type, "", "", List.of(), DataColumn.Profile.UNKNOWN);
  }
}
