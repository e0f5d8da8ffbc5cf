package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.query.Answer;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.ingest.config.SourceConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform's answers say of where they are from. */
class AskingTest {
  private static final String COUNT = "SELECT COUNT(*) AS n FROM users";

  @TempDir private Path folder;
  private Path users;
  private Path logins;

  @BeforeEach
  void drop() throws Exception {
    users = Files.createDirectories(folder.resolve("users")).resolve("users.csv");
    logins = Files.createDirectories(folder.resolve("logins")).resolve("logins.csv");
    Files.writeString(users, "user_id,country\nU1,DE\nU2,FR\n");
    Files.writeString(logins, "event_id,occurred_at,success\nL1,2026-11-01T00:00:00Z,true\n");
  }

  @Test
  void answersNameTheSourcesOfTheirTables() {
    try (Tributary tributary = open()) {
      tributary.sources().collect("fra-users");

      Answer answer = answer(tributary, COUNT);

      assertThat(answer.rows().toString()).isEqualTo("[[2]]");
      assertThat(answer.provenance().sources())
          .singleElement()
          .satisfies(source -> {
            assertThat(source.sourceId()).isEqualTo("fra-users");
            assertThat(source.dataCenterId()).isEqualTo("fra");
            assertThat(source.lastSuccess()).isNotNull();
          });
    }
  }

  @Test
  void rowsComeFromTheCacheUntilASourceOfTheTableBringsOthers() throws Exception {
    try (Tributary tributary = open()) {
      tributary.sources().collect("fra-users");
      Answer first = answer(tributary, COUNT);
      Answer again = answer(tributary, COUNT);

      tributary.sources().collect("fra-logins");
      Answer afterLogins = answer(tributary, COUNT);
      Files.writeString(users, "user_id,country\nU1,DE\nU2,FR\nU3,US\n");
      tributary.sources().collect("fra-users");
      Answer afterUsers = answer(tributary, COUNT);

      assertThat(first.fromCache()).isFalse();
      assertThat(again.fromCache()).isTrue();
      assertThat(afterLogins.fromCache()).isTrue();
      assertThat(afterUsers.fromCache()).isFalse();
      assertThat(afterUsers.rows().toString()).isEqualTo("[[3]]");
    }
  }

  @Test
  void sqlThatWritesIsRefusedAndChangesNothing() {
    try (Tributary tributary = open()) {
      tributary.sources().collect("fra-users");

      assertThat(tributary.query().execute(SqlQuery.of("DELETE FROM users")))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(tributary.query().execute(SqlQuery.of("SELECT * FROM checkpoints")))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(answer(tributary, COUNT).rows().toString()).isEqualTo("[[2]]");
    }
  }

  @Test
  void questionsAreAnsweredWithoutAModelAndTakenUpAgain() {
    try (Tributary tributary = open()) {
      tributary.sources().collect("fra-users");

      Answer all = answered(tributary.query().ask(asked("How many users are there?")));
      Answer byCountry = answered(tributary.query().ask(asked("and by country?")));

      assertThat(all.rows().toString()).isEqualTo("[[2]]");
      assertThat(all.generator()).isEqualTo("grounded");
      assertThat(byCountry.rows()).hasSize(2);
      assertThat(tributary.query().schema().tables())
          .extracting(DataTable::name)
          .doesNotContain("checkpoints", "conversations");
    }
  }

  @Test
  void aModelIsAskedFirstAndDoneWithoutWhenItIsDown() {
    boolean[] down = {false};
    LanguageModel model =
        new LanguageModel() {
          @Override
          public String name() {
            return "made:up";
          }

          @Override
          public Completion complete(Prompt prompt) {
            if (down[0]) {
              throw new ModelException(ModelException.Cause.UNAVAILABLE, "down", null);
            }
            return new Completion("SELECT country FROM users", TokenUsage.NONE);
          }
        };
    try (Tributary tributary = builder().model(model).build()) {
      tributary.sources().collect("fra-users");
      Question question = asked("How many users are there?");

      Answer proposed = answered(tributary.query().ask(question));
      down[0] = true;
      Answer grounded = answered(tributary.query().ask(question));

      assertThat(proposed.generator()).isEqualTo("made:up");
      assertThat(proposed.rows()).hasSize(2);
      assertThat(grounded.generator()).isEqualTo("grounded");
      assertThat(grounded.warnings()).anyMatch(warning -> warning.contains("made:up"));
    }
  }

  @Test
  void rowsThatAreGoneFromTheirSourceDoNotCount() throws Exception {
    SourceConfig whole =
        SourceConfig.builder("fra-users", "fra", "csv", "users")
            .mode(ReadMode.FULL)
            .tombstones(true)
            .settings(Map.of("folder", users.getParent().toString(), "settle", "0s"))
            .build();
    try (Tributary tributary =
        Tributary.builder(folder.resolve("data"))
            .dataCenter("fra", "Frankfurt")
            .fileRoots(List.of(folder))
            .source(whole)
            .build()) {
      tributary.sources().collect("fra-users");
      assertThat(answer(tributary, COUNT).rows().toString()).isEqualTo("[[2]]");

      Files.writeString(users, "user_id,country\nU2,FR\n");
      tributary.sources().collect("fra-users");

      assertThat(answer(tributary, COUNT).rows().toString()).isEqualTo("[[1]]");
      assertThat(answered(tributary.query().ask(asked("How many users are there?"))).rows())
          .isEqualTo(answer(tributary, COUNT).rows());
      String joined =
          "SELECT a.country, b.country FROM users AS a LEFT JOIN users b ON a.user_id = b.user_id"
              + " WHERE a.user_id IN (SELECT user_id FROM users)";
      assertThat(answer(tributary, joined).rows().toString()).isEqualTo("[[FR, FR]]");
      assertThat(tributary.query().refreshSchema().tables())
          .filteredOn(table -> table.name().equals("users"))
          .singleElement()
          .satisfies(table -> {
            assertThat(table.rowCount()).isEqualTo(1);
            assertThat(table.columns())
                .filteredOn(column -> column.name().equals("country"))
                .singleElement()
                .satisfies(
                    country -> assertThat(country.profile().samples()).containsExactly("FR"));
          });
    }
  }

  @Test
  void truthIsToldAsTrueOrFalse() {
    try (Tributary tributary = open()) {
      tributary.sources().collect("fra-logins");

      assertThat(answer(tributary, "SELECT success FROM login_events").rows().toString())
          .isEqualTo("[[true]]");
    }
  }

  private static Question asked(String text) {
    return new Question(text, "session", "", ZoneOffset.UTC, 0);
  }

  private static Answer answered(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).answer();
  }

  private Tributary open() {
    return builder().build();
  }

  private Tributary.Builder builder() {
    return Tributary.builder(folder.resolve("data"))
        .dataCenter("fra", "Frankfurt")
        .fileRoots(List.of(folder))
        .source(source("fra-users", "users", users))
        .source(source("fra-logins", "login_events", logins));
  }

  private static SourceConfig source(String id, String dataset, Path file) {
    return SourceConfig.builder(id, "fra", "csv", dataset)
        .settings(Map.of("folder", file.getParent().toString(), "settle", "0s"))
        .build();
  }

  private static Answer answer(Tributary tributary, String sql) {
    Outcome outcome = tributary.query().execute(SqlQuery.of(sql));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).answer();
  }
}
