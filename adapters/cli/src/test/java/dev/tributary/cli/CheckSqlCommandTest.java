package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSqlCommandTest {
  private static final String QUERY = "{\"id\":\"q\",\"sql\":\"SELECT name FROM users\"}\n";

  @TempDir Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void files() {
    in = folder.resolve("in.jsonl");
    out = folder.resolve("out.jsonl");
  }

  @Test
  void everyStatementGetsADecision() throws IOException {
    Files.writeString(in, QUERY + "\n{\"id\":7,\"sql\":\"DROP TABLE users\",\"note\":1}\n");

    CommandLineRun run = check("postgresql");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 statements allowed, 1 refused, 0 lines malformed");
    assertThat(out)
        .hasContent(
            "{\"id\":\"q\",\"allow\":true,\"rule\":null}\n"
                + "{\"id\":7,\"allow\":false,\"rule\":\"statement.kind\"}\n");
  }

  @Test
  void dialectDecidesWhatIsAmbiguous() throws IOException {
    Files.writeString(in, "{\"id\":1,\"sql\":\"SELECT 'it\\\\'s' FROM users\"}\n");

    check("mysql");
    String mysql = Files.readString(out);
    check("generic");

    assertThat(mysql).contains("\"allow\":true");
    assertThat(Files.readString(out)).contains("\"rule\":\"text.ambiguous\"");
  }

  @Test
  void malformedLinesAreNamedAndTheOthersDecided() throws IOException {
    Files.writeString(
        in, "{\n{\"id\":1}\n{\"sql\":\"SELECT 1\"}\n[]\n{\"id\":2,\"sql\":3}\n" + QUERY);

    CommandLineRun run = check("sqlite");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .contains(in + ":1: no decision", in + ":2: ", in + ":3: ", in + ":4: ", in + ":5: ")
        .doesNotContain(in + ":6: ");
    assertThat(out).hasContent("{\"id\":\"q\",\"allow\":true,\"rule\":null}\n");
  }

  @Test
  void keyThatStandsTwiceIsMalformed() throws IOException {
    Files.writeString(in, "{\"id\":1,\"sql\":\"SELECT 1\",\"sql\":\"DROP TABLE users\"}\n" + QUERY);

    assertThat(check("sqlite").err()).contains(in + ":1: ");
  }

  @Test
  void lineThatIsNotUtf8DoesNotEndTheFile() throws IOException {
    Files.write(
        in, ("{\"id\":1,\"sql\":\"SELECT 'ü'\"}\n" + QUERY).getBytes(StandardCharsets.ISO_8859_1));

    CommandLineRun run = check("sqlite");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains(in + ":1: ").contains("UTF-8");
    assertThat(out).content().contains("\"q\"");
  }

  @Test
  void nothingDecidedIsAFailure() throws IOException {
    Files.writeString(in, "SELECT 1\n");

    assertThat(check("sqlite").exitCode()).isEqualTo(1);
  }

  @Test
  void unknownDialectIsWrongUsage() {
    CommandLineRun run = check("oracle");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("oracle").containsIgnoringCase("postgresql");
  }

  @Test
  void missingInputIsNamedAndNothingIsWritten() {
    CommandLineRun run = check("sqlite");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("in.jsonl").contains("check the path");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void inputIsNeverOverwritten() throws IOException {
    Files.writeString(in, QUERY);
    out = in;

    assertThat(check("sqlite").exitCode()).isEqualTo(2);
    assertThat(in).hasContent(QUERY);
  }

  private CommandLineRun check(String dialect) {
    return CommandLineRun.of(
        "check-sql", "--dialect", dialect, "--in", in.toString(), "--out", out.toString());
  }
}
