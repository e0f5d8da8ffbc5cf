package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskCommandTest {
  @TempDir Path folder;
  private Path cases;
  private Path out;

  @BeforeEach
  void files() throws SQLException {
    cases = folder.resolve("cases.jsonl");
    out = folder.resolve("out.jsonl");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("zoo.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE animal (id INTEGER PRIMARY KEY, name TEXT, weight REAL)");
      statement.execute("INSERT INTO animal VALUES (1, 'Ada', 3.5), (2, 'Bo', 80), (3, 'Cy', 9)");
    }
  }

  @Test
  void everyQuestionComesToSomething() throws IOException {
    Files.writeString(
        cases,
        """
        {"id": "a", "db": "zoo", "question": "How many animals are there?"}
        {"id": "b", "db": "zoo", "question": "Which animals have a passport?"}
        """);

    CommandLineRun run = ask("ask", "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 questions answered, 0 asked back, 1 declined");
    assertThat(Files.readString(out))
        .contains("\"id\":\"a\",\"outcome\":\"answered\",\"sql\":\"SELECT COUNT(*)")
        .contains(
            "\"id\":\"b\",\"outcome\":\"abstain\",\"message\":\"No table, column or value is called");
  }

  @Test
  void answersAreScoredAgainstRightSql() throws IOException {
    Files.writeString(
        cases,
        """
        {"id": "a", "db": "zoo", "question": "How many animals are there?", \
        "gold_sqls": ["SELECT 3"]}
        {"id": "b", "db": "zoo", "question": "List the names of all animals.", \
        "gold_sqls": ["SELECT weight FROM animal"]}
        """);

    CommandLineRun run = ask("eval");

    assertThat(run.out())
        .contains("b: SELECT")
        .contains("2 questions, 2 answered, 1 of them right");
  }

  @Test
  void missingDatabaseIsNamedAndItsQuestionsAreDeclined() throws IOException {
    Files.writeString(
        cases, "{\"id\": \"a\", \"db\": \"aquarium\", \"question\": \"How many?\"}\n");

    CommandLineRun run = ask("ask", "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("aquarium.sqlite").contains("no such database");
    assertThat(Files.readString(out)).contains("\"outcome\":\"abstain\"");
  }

  @Test
  void lineThatIsNoQuestionIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(
        cases, "{\"id\": \"a\", \"db\": \"zoo\", \"question\": \"How many?\"}\noops\n");

    CommandLineRun run = ask("ask", "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("tributary: " + cases + ":2: no JSON object on one line");
    assertThat(out).doesNotExist();
  }

  private CommandLineRun ask(String command, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = command;
    arguments[1] = "--cases";
    arguments[2] = cases.toString();
    arguments[3] = "--db-dir";
    arguments[4] = folder.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineRun.of(arguments);
  }
}
