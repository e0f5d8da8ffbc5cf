package dev.tributary.cli.internal.ask;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.nl2sql.GroundedSql;
import dev.tributary.nl2sql.SchemaReader;
import dev.tributary.nl2sql.SchemaSnapshot;
import dev.tributary.nl2sql.SqlDialect;
import dev.tributary.nl2sql.SqlGate;
import dev.tributary.nl2sql.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** An SQLite file, opened for reading only, that questions are asked of. */
final class AskedDatabase implements AutoCloseable {
  private static final int ROWS = 100_000;

  private final Connection connection;
  private final SchemaSnapshot snapshot;
  private final GroundedSql generator;
  private final SqlGate gate;
  private final InstantSource clock;

  private AskedDatabase(Connection connection, SchemaSnapshot snapshot, InstantSource clock) {
    this.connection = connection;
    this.snapshot = snapshot;
    this.generator = GroundedSql.over(snapshot);
    this.gate =
        SqlGate.builder(SqlDialect.SQLITE).catalog(snapshot.catalog()).rowLimit(ROWS).build();
    this.clock = clock;
  }

  static AskedDatabase open(Path file, InstantSource clock) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such database; name the folder that holds it");
    }
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath() + "?open_mode=1");
      SchemaSnapshot snapshot = SchemaReader.builder().clock(clock).build().read(connection);
      return new AskedDatabase(connection, snapshot, clock);
    } catch (SQLException e) {
      throw new IOException(file + ": no readable SQLite database: " + e.getMessage(), e);
    }
  }

  Connection connection() {
    return connection;
  }

  /** The answer to a question; SQL only if the gate lets it pass, as the gate wrote it anew. */
  Prediction answer(QuestionCase asked) {
    if (asked.question().length() > Question.MAX_LENGTH) {
      return new Prediction(asked.id(), Prediction.Result.ABSTAIN, "", "the question is too long");
    }
    GenerationRequest request =
        new GenerationRequest(
            Question.of(asked.question()),
            snapshot.schema(),
            "sqlite",
            clock.instant(),
            List.of(),
            List.of());
    return switch (generator.propose(request)) {
      case Proposal.Sql proposed ->
          switch (gate.check(proposed.sql())) {
            case Verdict.Allowed allowed ->
                new Prediction(
                    asked.id(), Prediction.Result.ANSWERED, allowed.sql(), proposed.explanation());
            case Verdict.Rejected rejected ->
                new Prediction(
                    asked.id(),
                    Prediction.Result.ABSTAIN,
                    "",
                    rejected.violations().getFirst().what());
          };
      case Proposal.Clarify clarify ->
          new Prediction(
              asked.id(),
              Prediction.Result.CLARIFY,
              "",
              clarify.clarification().options().stream()
                  .map(option -> option.label())
                  .toList()
                  .toString());
      case Proposal.Decline decline ->
          new Prediction(asked.id(), Prediction.Result.ABSTAIN, "", decline.refusal().message());
    };
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("a database cannot be closed: " + e.getMessage(), e);
    }
  }
}
