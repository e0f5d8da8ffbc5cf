package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same answers on every engine, through the gate. */
class AskedOnEveryEngineIT {
  private static final Instant NOW = Instant.parse("2026-03-11T12:00:00Z");
  private static final List<String> QUESTIONS =
      List.of(
          "number of visits per year",
          "visits per quarter",
          "visits by month",
          "number of visits per week",
          "number of visits per day",
          "visits by hour of the day",
          "visits by day of the week",
          "number of visits by month of the year",
          "number of members per month",
          "Which day had the most visits?",
          "How many visits were there last week?",
          "How many visits were there in the last 30 days?",
          "How many visits were there before March 2026?",
          "total price by month",
          "What percentage of visits were late?",
          "share of visits by status",
          "share of total price by status",
          "What is the ratio of cancelled to finished visits?",
          "average number of visits per member",
          "average number of visits per day",
          "compare the number of visits in February 2026 with March 2026",
          "Which members had at least 2 late visits?",
          "Which members have an average price above 20?",
          "Names of the members with a cancelled visit",
          "members without a phone number",
          "the 2 largest visits by price",
          "Top 2 cities by number of visits",
          "number of visits per month compared with the previous month",
          "month over month change in total price",
          "How many visits were there on weekends?",
          "number of late visits on Sundays",
          "top 1 month by number of visits",
          "Which month had the highest total price?",
          "monthly visits in 2026",
          "What percentage of visits were cancelled or finished?",
          "change in the number of visits from 2025 to 2026",
          "number of pings per day",
          "pings by hour of the day",
          "How many pings were there in March 2026?",
          "number of beeps per week",
          "How many beeps were there before March 2026?");

  @TempDir Path folder;

  @Test
  void sameAnswersWhateverTheEngine() throws SQLException {
    List<TestDatabase> databases =
        List.of(
            TestDatabase.sqlite(folder.resolve("club.sqlite")),
            TestDatabase.postgres("club"),
            TestDatabase.maria("club"));
    List<List<String>> answers = new ArrayList<>();
    for (TestDatabase database : databases) {
      fill(database);
      answers.add(answers(database));
    }

    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(answers.get(2)).isEqualTo(answers.get(0));
  }

  private static void fill(TestDatabase database) throws SQLException {
    boolean zoned = database.dialect() == SqlDialect.POSTGRESQL;
    String time = zoned ? "timestamptz" : "datetime";
    database.execute(
        zoned ? "SET TIME ZONE 'UTC'" : "SELECT 1",
        "CREATE TABLE member (id int PRIMARY KEY, name varchar(40) NOT NULL, city varchar(40),"
            + " phone varchar(20), joined_on date NOT NULL)",
        "CREATE TABLE visit (id int PRIMARY KEY, member_id int NOT NULL REFERENCES member (id),"
            + " occurred_at "
            + time
            + " NOT NULL, price decimal(8,2) NOT NULL,"
            + " status varchar(20) NOT NULL, late boolean NOT NULL)",
        "CREATE TABLE ping (id int PRIMARY KEY, device varchar(20), sent_ts bigint)",
        "CREATE TABLE beep (id int PRIMARY KEY, device varchar(20), created_at bigint)",
        "INSERT INTO ping VALUES (1, 'a', 1772323199999), (2, 'b', 1772323200000)",
        "INSERT INTO beep VALUES (1, 'a', 1772323199), (2, 'b', 1772323200)",
        "INSERT INTO member VALUES (1, 'Ada', 'Bonn', '12', '2025-01-02'),"
            + " (2, 'Bob', 'Kiel', NULL, '2025-01-30'), (3, 'Cleo', 'Bonn', '34', '2026-02-01')",
        "INSERT INTO visit VALUES (1, 1, '2025-12-31 23:30:00', 10, 'finished', true),"
            + " (2, 1, '2026-01-01 00:30:00', 30.5, 'cancelled', false),"
            + " (3, 2, '2026-02-28 09:00:00', 12, 'finished', true),"
            + " (4, 2, '2026-03-01 09:15:00', 15, 'finished', true),"
            + " (5, 3, '2026-03-02 17:45:00', 40, 'cancelled', false),"
            + " (6, 3, '2026-03-08 18:00:00', 5, 'finished', false),"
            + " (7, 1, '2026-03-08 18:10:00', 50, 'finished', false)");
  }

  private static List<String> answers(TestDatabase database) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.connect()) {
      if (database.dialect() == SqlDialect.POSTGRESQL) {
        readIn("Asia/Tokyo", connection);
      }
      SchemaSnapshot snapshot = SchemaReader.builder().build().read(connection);
      GroundedSql generator = GroundedSql.over(snapshot);
      SqlGate gate = SqlGate.builder(database.dialect()).catalog(snapshot.catalog()).build();
      for (String question : QUESTIONS) {
        String sql = sql(generator, snapshot, question, database.dialect());
        assertThat(gate.check(sql)).as(sql).isInstanceOf(Verdict.Allowed.class);
        answers.add(question + " " + rows(connection, sql));
      }
    }
    return answers;
  }

  /** Points in time fall into the same days wherever they are read. */
  private static void readIn(String zone, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE '" + zone + "'");
    }
  }

  private static String sql(
      GroundedSql generator, SchemaSnapshot snapshot, String question, SqlDialect dialect) {
    Proposal proposal =
        generator.propose(
            new GenerationRequest(
                Question.of(question),
                snapshot.schema(),
                name(dialect),
                NOW,
                List.of(),
                List.of()));
    assertThat(proposal).as(question).isInstanceOf(Proposal.Sql.class);
    return ((Proposal.Sql) proposal).sql();
  }

  private static String name(SqlDialect dialect) {
    return dialect.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(text(result.getString(i)));
        }
        rows.add(row.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }

  /** Engines differ in how many digits they give. */
  private static String text(String value) {
    if (value != null && value.matches("-?\\d+\\.\\d+")) {
      return new BigDecimal(value)
          .setScale(3, RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
    return value == null ? "none" : value;
  }
}
