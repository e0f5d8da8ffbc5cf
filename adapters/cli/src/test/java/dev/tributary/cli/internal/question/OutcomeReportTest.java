package dev.tributary.cli.internal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Stage;
import dev.tributary.cli.internal.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeReportTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void readingsAreNumberedWithTheQuestionThatGetsThem() throws SQLException {
    write(
        new Outcome.NeedsClarification(
            "Which date?",
            List.of(
                new Outcome.Option("by the day of the order", "orders by order date"),
                new Outcome.Option("orders by day sent", "orders by day sent"))));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Which date?",
            "  1. by the day of the order",
            "     ask: orders by order date",
            "  2. orders by day sent");
  }

  @Test
  void failureIsAFaultWithItsSql() throws SQLException {
    write(new Outcome.Failed(Stage.EXECUTE, "time_limit", "it took too long", "SELECT 1"));

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("tributary: it took too long [time_limit]", "  SELECT 1");
  }

  private void write(Outcome outcome) throws SQLException {
    Path file = folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id INTEGER)");
    }
    Terminal terminal =
        Terminal.plain(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    new OutcomeReport(terminal).write(outcome, new SqliteEngine(InstantSource.system()).over(file));
  }
}
