package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class AskOneTest {
  @TempDir Path folder;

  @BeforeEach
  void animals() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("zoo.sqlite"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE animal (id INTEGER PRIMARY KEY, name TEXT, weight REAL)");
      statement.execute("INSERT INTO animal VALUES (1, 'Ada', 3.5), (2, 'Bo', 80), (3, 'Cy', 9)");
    }
  }

  @Test
  void answerHasASentenceATableAndItsSql() {
    CommandLineRun run = zoo("ask", "List the name and weight of all animals.");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains("Ada      3.5", "Bo        80", "SQL, by grounded:")
        .anyMatch(line -> line.startsWith("name  weight"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void questionMayBeWrittenWithoutQuotes() {
    CommandLineRun run = zoo("ask", "how", "many", "animals", "are", "there");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("3").contains("COUNT(*)");
  }

  @Test
  void refusalNamesTheUnknownWord() {
    CommandLineRun run = zoo("ask", "Which animals have a passport?");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .contains("\"passport\" is not known; ")
        .contains("These can be answered:");
  }

  @Test
  void jsonHasTheNamesOfTheHttpApi() throws JsonProcessingException {
    CommandLineRun run = zoo("ask", "How many animals are there?", "--json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("outcome").asText()).isEqualTo("answered");
    assertThat(json.path("refusal").isNull()).isTrue();
    assertThat(json.path("answer").path("rows").path(0).path(0).asInt()).isEqualTo(3);
    assertThat(json.path("answer").path("row_count").asInt()).isEqualTo(1);
    assertThat(json.path("answer").path("columns").path(0).path("kind").asText())
        .isEqualTo("number");
  }

  @Test
  void refusalAsJsonListsTheWords() throws JsonProcessingException {
    CommandLineRun run = zoo("ask", "Which animals have a passport?", "--json");

    assertThat(run.exitCode()).isEqualTo(4);
    JsonNode terms = new ObjectMapper().readTree(run.out()).path("refusal").path("terms");
    assertThat(terms.path(0).path("term").asText()).isEqualTo("passport");
  }

  @Test
  void missingDatabaseIsNamedAndNotMade() {
    CommandLineRun run = CommandLineRun.of("ask", "how many?", "--db", file("aquarium.sqlite"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no database '").contains("aquarium");
    assertThat(folder.resolve("aquarium.sqlite")).doesNotExist();
  }

  @Test
  void endingOfTheDatabaseMayBeLeftOut() {
    assertThat(CommandLineRun.of("ask", "How many animals?", "--db", file("zoo")).exitCode())
        .isZero();
  }

  @Test
  void fileThatIsNoDatabaseIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("notes.txt"), "nothing but words, line after line\n".repeat(99));

    CommandLineRun run = CommandLineRun.of("ask", "how many?", "--db", file("notes.txt"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("notes.txt' cannot be read as an SQLite database");
  }

  @Test
  void oneQuestionAndAFileOfThemExcludeEachOther() {
    CommandLineRun run = zoo("ask", "How many animals?", "--cases", "cases.jsonl");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("ask either one question").contains("not both");
  }

  @Test
  void withoutQuestionOrDataItIsWrongUsage() {
    assertThat(CommandLineRun.of("ask").err()).contains("there is no question");

    CommandLineRun nowhere = CommandLineRun.of("ask", "how many users?");

    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("name the data with --db FILE or --config FILE");
  }

  private CommandLineRun zoo(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--db";
    all[arguments.length + 1] = file("zoo.sqlite");
    return CommandLineRun.of(all);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
