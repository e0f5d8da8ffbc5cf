package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * Opens Jdbi handles over the connections that the store lends. One for all of them, because what
 * Jdbi learns about statements and types is kept between handles. Thread-safe.
 */
public final class Handles {
  private final Jdbi jdbi;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable Connection lent;

  /** Makes it. */
  public Handles() {
    this.jdbi = Jdbi.create(new Lent());
    // Messages are logged, and are not to repeat values.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArgument(new TimeArgument());
    jdbi.registerArgument(new WordArgument());
    jdbi.registerColumnMapper(Instant.class, Handles::time);
    jdbi.registerRowMapper(ConstructorMapper.factory(SourceFacts.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(SourceLedger.CenterFacts.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(QuarantineLedger.Replayable.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(OldRecords.EndedUpload.class));
    jdbi.registerRowMapper(ConstructorMapper.factory(QuarantinedRow.class));
  }

  /**
   * Opens a handle. Closing it leaves the connection as it is.
   *
   * @param connection what it works on
   * @return the handle, of use as long as the connection is
   */
  public Handle over(Connection connection) {
    opening.lock();
    try {
      lent = connection;
      return jdbi.open();
    } finally {
      lent = null;
      opening.unlock();
    }
  }

  private static @Nullable Instant time(ResultSet row, int column, StatementContext context)
      throws SQLException {
    String text = row.getString(column);
    return text == null ? null : StoreTime.parse(text);
  }

  /** Gives the connection at hand, and leaves its end to those who lent it. */
  private final class Lent implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return Objects.requireNonNull(lent);
    }

    @Override
    public void closeConnection(Connection connection) {}
  }

  /** Times are texts of one width. */
  private static final class TimeArgument extends AbstractArgumentFactory<Instant> {
    TimeArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, StoreTime.text(value));
    }
  }

  /** Constants of an enumeration are words in lower case. */
  private static final class WordArgument extends AbstractArgumentFactory<Enum<?>> {
    WordArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Enum<?> value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, value.name().toLowerCase(Locale.ROOT));
    }
  }
}
