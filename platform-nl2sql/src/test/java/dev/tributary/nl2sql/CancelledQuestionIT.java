package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.Stage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions whose SQL passes the gate and would run for hours, on every engine. Their one
 * connection is usable afterwards.
 */
class CancelledQuestionIT {
  private static final String COUNTER =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 900)"
          + " SELECT COUNT(*) FROM c a, c b, c d, c e WHERE a.x + b.x + d.x + e.x = 7";
  private static final Map<SqlDialect, String> HOURS =
      Map.of(
          SqlDialect.SQLITE,
          COUNTER,
          SqlDialect.MYSQL,
          COUNTER,
          SqlDialect.POSTGRESQL,
          "SELECT COUNT(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b,"
              + " generate_series(1, 100000) c WHERE a + b + c = 7");

  private @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> endWhenTheyAreCancelled() throws SQLException {
    return Stream.of(
            TestDatabase.sqlite(folder.resolve("slow.sqlite")),
            TestDatabase.postgres("slow"),
            TestDatabase.maria("slow"))
        .map(database ->
            DynamicTest.dynamicTest(database.dialect().name(), () -> endsCancelled(database)));
  }

  private static void endsCancelled(TestDatabase database) throws Exception {
    try (KeptConnection kept = new KeptConnection(database.connections())) {
      Nl2Sql engine =
          Nl2Sql.builder(database.dialect(), kept, Shop::schema)
              .generator(new Scripted("slow").sql(HOURS.get(database.dialect())))
              .build();
      CountDownLatch executing = new CountDownLatch(1);
      FutureTask<Outcome> asked =
          new FutureTask<>(() ->
              engine.ask(
                  Question.of("how long is it?").withRequestId("r-1"),
                  step -> {
                    if (step.stage() == Stage.EXECUTE) {
                      executing.countDown();
                    }
                  }));
      Thread.ofVirtual().start(asked);

      assertThat(executing.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(engine.cancel("r-1")).isTrue();

      assertThat(asked.get(30, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.code()).as(failed.message()).isEqualTo("cancelled"));
      assertThat(engine.execute(new SqlQuery("SELECT 1", "r-2", 0)))
          .isInstanceOf(Outcome.Answered.class);
    }
  }
}
