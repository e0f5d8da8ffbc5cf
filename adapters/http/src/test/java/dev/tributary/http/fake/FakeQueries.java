package dev.tributary.http.fake;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.Chart;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.SqlViolation;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Knows a few questions and statements by heart. */
public final class FakeQueries implements QueryEngine {
  public static final String SQL = "SELECT country, COUNT(*) AS n FROM users GROUP BY country";

  public final List<Question> asked = new CopyOnWriteArrayList<>();
  public final List<String> cancelled = new CopyOnWriteArrayList<>();
  public volatile int refreshed;

  /** Reaches zero with the first that is cancelled. */
  public final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public Outcome ask(Question question, Progress progress) {
    asked.add(question);
    for (Stage stage : List.of(Stage.GROUND, Stage.GENERATE, Stage.GATE, Stage.EXECUTE)) {
      progress.step(new Progress.Step(stage, false, 1, Duration.ZERO, "", TokenUsage.NONE));
      progress.step(
          new Progress.Step(stage, true, 1, Duration.ofMillis(2), "done", TokenUsage.NONE));
    }
    return switch (question.text()) {
      case "customers by country" -> new Outcome.Answered(answer(question.text()));
      case "show me the risk" ->
          new Outcome.NeedsClarification(
              "Whose risk do you mean?",
              List.of(
                  new Outcome.Option("of customers", "average risk score of customers"),
                  new Outcome.Option("of payments", "average risk score of payments")));
      case "until cancelled" -> untilCancelled();
      case "too slow" ->
          new Outcome.Failed(Stage.EXECUTE, "time_limit", "took longer than 30000 ms", SQL);
      default ->
          new Outcome.Refused(
              Outcome.Reason.UNKNOWN_TERM,
              "I do not know 'zodiac'.",
              List.of(new Outcome.UnknownTerm("zodiac", List.of("country"))),
              List.of());
    };
  }

  private Outcome untilCancelled() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Outcome.Failed(Stage.EXECUTE, "cancelled", "cancelled", SQL);
  }

  private static Answer answer(String question) {
    return new Answer(
        question,
        "DE leads with 3 of 4 (75 %).",
        SQL,
        List.of(
            new AnswerColumn("country", Kind.TEXT, "TEXT", ""),
            new AnswerColumn("n", Kind.NUMBER, "INTEGER", "")),
        List.of(Arrays.asList("DE", 3), Arrays.asList(null, 1)),
        false,
        Duration.ofNanos(1_234_567),
        new Chart(Chart.Type.BAR, "country", List.of("n"), "", "t", "few names", "{\"a\":[1]}"),
        List.of(new Insight("leader", Insight.Severity.HIGH, "DE leads.")),
        "Read from users.",
        List.of("number of users per month"),
        new Provenance(
            "17",
            FakeSources.NOON,
            List.of(new Provenance.SourceAge("fra-core", "fra", "fresh", FakeSources.NOON, null))),
        "grounded",
        TokenUsage.NONE,
        false,
        List.of());
  }

  @Override
  public Outcome execute(SqlQuery query) {
    return check(query.sql()).allowed()
        ? new Outcome.Answered(answer(""))
        : new Outcome.Refused(
            Outcome.Reason.NOT_ALLOWED,
            "the SQL may not run",
            List.of(),
            check(query.sql()).violations());
  }

  @Override
  public SqlCheck check(String sql) {
    return sql.startsWith("SELECT")
        ? new SqlCheck(true, sql, List.of("users"), List.of("users.country"), List.of())
        : new SqlCheck(
            false,
            "",
            List.of(),
            List.of(),
            List.of(new SqlViolation("statement.kind", 1, "DROP is not a query", "use SELECT")));
  }

  @Override
  public boolean cancel(String requestId) {
    cancelled.add(requestId);
    stopped.countDown();
    return requestId.equals("running");
  }

  @Override
  public List<String> suggestions(String prefix, String sessionId, int limit) {
    return List.of(prefix + "users by country", prefix + "users by city")
        .subList(0, limit > 1 ? 2 : 1);
  }

  @Override
  public DataSchema schema() {
    DataColumn country =
        new DataColumn(
            "country",
            Kind.TEXT,
            "TEXT",
            "Country of residence.",
            "",
            List.of("nation"),
            new DataColumn.Profile(2, 1, "AT", "DE", List.of("DE", "AT")));
    return new DataSchema(
        List.of(
            new DataTable(
                "users",
                "Customers.",
                List.of("customers"),
                List.of(country),
                List.of(),
                List.of(
                    new DataTable.ForeignKey(
                        List.of("country"), "countries", List.of("id"), false)),
                4)),
        "v" + refreshed,
        FakeSources.NOON);
  }

  @Override
  public DataSchema refreshSchema() {
    refreshed++;
    return schema();
  }
}
