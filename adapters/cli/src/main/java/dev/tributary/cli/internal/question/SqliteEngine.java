package dev.tributary.cli.internal.question;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.core.Datasets;
import dev.tributary.nl2sql.GroundedSql;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.RowDescriber;
import dev.tributary.nl2sql.SchemaReader;
import dev.tributary.nl2sql.SchemaSnapshot;
import dev.tributary.nl2sql.SchemaSuggestions;
import dev.tributary.nl2sql.SqlDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiPredicate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Makes what answers questions about an SQLite file, which is opened for reading only. */
final class SqliteEngine {
  /** No value may be larger than this, so that one cannot fill the memory. */
  private static final int LONGEST_VALUE = 64 << 20;

  private static final int BUSY_MILLIS = 5_000;

  private final InstantSource clock;

  SqliteEngine(InstantSource clock) {
    this.clock = clock;
  }

  /** Asks about every table of a file. */
  QueryEngine over(Path file) {
    return over(file, SchemaReader.builder(), Set.of());
  }

  /** Asks about the datasets of a central store alone, some of which keep deleted rows. */
  QueryEngine over(Path file, List<Dataset> datasets, Set<String> tombstoned) {
    return over(file, SchemaReader.builder().datasets(datasets).declaredOnly(), tombstoned);
  }

  private QueryEngine over(Path file, SchemaReader.Builder reader, Set<String> tombstoned) {
    reader.tombstones(tombstoned, Datasets.DELETED_AT);
    SQLiteDataSource connections = connections(file);
    SchemaSnapshot tables = look(file, connections, reader.clock(clock).build());
    GroundedSql generator = GroundedSql.over(tables);
    BiPredicate<DataSchema, String> answerable =
        (schema, question) -> isAnswered(generator, schema, question);
    return Nl2Sql.builder(SqlDialect.SQLITE, connections, tables::schema)
        .standalone(generator)
        .describer(RowDescriber.of(answerable))
        .suggestions(SchemaSuggestions.of(answerable))
        .tombstones(tombstoned, Datasets.DELETED_AT)
        .clock(clock)
        .build();
  }

  private static SQLiteDataSource connections(Path file) {
    Properties properties = new Properties();
    properties.setProperty(
        SQLiteConfig.Pragma.LIMIT_LENGTH.getPragmaName(), String.valueOf(LONGEST_VALUE));
    SQLiteConfig config = new SQLiteConfig(properties);
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource connections = new SQLiteDataSource(config);
    connections.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return connections;
  }

  private static SchemaSnapshot look(Path file, SQLiteDataSource connections, SchemaReader reader) {
    try (Connection connection = connections.getConnection()) {
      SchemaSnapshot tables = reader.read(connection);
      if (tables.schema().tables().isEmpty()) {
        throw new PlatformException(
            PlatformError.NOT_FOUND,
            "'" + file + "' holds no tables to ask about; name a database with data");
      }
      return tables;
    } catch (SQLException e) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          "'" + file + "' cannot be read as an SQLite database: " + e.getMessage(),
          e);
    }
  }

  private boolean isAnswered(GroundedSql generator, DataSchema schema, String question) {
    return generator.propose(
            new GenerationRequest(
                Question.of(question), schema, "sqlite", clock.instant(), List.of(), List.of()))
        instanceof Proposal.Sql;
  }
}
