package dev.tributary.nl2sql;

import dev.tributary.api.error.PlatformException;
import dev.tributary.nl2sql.internal.execution.Caps;
import dev.tributary.nl2sql.internal.execution.ConnectionSource;
import dev.tributary.nl2sql.internal.execution.Engine;
import dev.tributary.nl2sql.internal.execution.Fetched;
import dev.tributary.nl2sql.internal.execution.QueryRunner;
import dev.tributary.nl2sql.internal.execution.StoppedException;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.scan.Outline;
import dev.tributary.nl2sql.internal.scan.Scanner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Runs queries so that they cannot write, cannot run on for ever and cannot fill the memory. The
 * second wall behind {@link SqlGate}; it holds without the gate too, as far as the server allows:
 * what the connection's user may read, functions and server files included, a query can read. Give
 * it a user that may only read the tables concerned.
 *
 * <ul>
 *   <li>Only one query is sent; {@code INTO} and row locks are refused.
 *   <li>It runs in a read-only transaction that is rolled back ({@code query_only} on SQLite).
 *   <li>The server is told the time limit; when it passes, the query is cancelled, and the
 *       connection cut if that does not help. So it is when the calling thread is interrupted, or
 *       another one uses the {@link Cancellation}.
 *   <li>Reading stops at the row cap or the byte cap; the result says so.
 * </ul>
 *
 * <p>One value is read whole before it is counted. Bound the size of values where the driver lets
 * you ({@code limit_length} of SQLite, {@code maxResultBuffer} of PostgreSQL).
 *
 * <p>Thread-safe.
 */
public final class ReadOnlyQuery {
  /** What PostgreSQL, and MySQL and MariaDB, say when their own limit comes first. */
  private static final Set<String> SERVER_TIME_LIMITS = Set.of("57014", "70100");

  private final SqlDialect dialect;
  private final QueryRunner runner;
  private final Duration timeLimit;
  private final LongSupplier nanos;

  private ReadOnlyQuery(Builder builder) {
    this.dialect = builder.dialect;
    this.timeLimit = builder.limits.time();
    this.nanos = builder.nanos;
    Caps caps = new Caps(timeLimit, builder.limits.rows(), builder.limits.bytes());
    this.runner = new QueryRunner(builder.connections, engine(dialect), caps);
  }

  /**
   * Starts a way to run queries.
   *
   * @param dialect the server's SQL
   * @param connections gives connections in auto-commit mode; each is used for one query and closed
   * @return a builder
   */
  public static Builder builder(SqlDialect dialect, DataSource connections) {
    return new Builder(dialect, Objects.requireNonNull(connections, "connections")::getConnection);
  }

  /**
   * Starts a way to run queries over connections that do not come from a {@link DataSource}, such
   * as those of a file.
   *
   * @param dialect the server's SQL
   * @param connections gives connections in auto-commit mode; each is used for one query and closed
   * @return a builder
   */
  public static Builder builder(SqlDialect dialect, Callable<Connection> connections) {
    Objects.requireNonNull(connections, "connections");
    return new Builder(dialect, () -> opened(connections));
  }

  private static Connection opened(Callable<Connection> connections) throws SQLException {
    try {
      return connections.call();
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new SQLException("no connection: " + e.getMessage(), e);
    }
  }

  /**
   * Runs a query and waits for its rows.
   *
   * @param sql one query
   * @return the rows
   * @throws PlatformException with a {@link QueryError} if it is no query, the server refuses it,
   *     the time limit passes, or the calling thread is interrupted, which it then stays
   */
  public QueryResult run(String sql) {
    return run(sql, new Cancellation());
  }

  /**
   * Runs a query that another thread may stop, and waits for its rows.
   *
   * @param sql one query
   * @param cancellation stops this query, and no other
   * @return the rows
   * @throws PlatformException with a {@link QueryError} if it is no query, the server refuses it,
   *     the time limit passes, it is cancelled, or the calling thread is interrupted, which it then
   *     stays
   */
  public QueryResult run(String sql, Cancellation cancellation) {
    insistOnQuery(Objects.requireNonNull(sql, "sql"));
    long begun = nanos.getAsLong();
    try {
      Fetched fetched = runner.run(sql, cancellation.signal());
      return result(fetched, Duration.ofNanos(nanos.getAsLong() - begun));
    } catch (StoppedException e) {
      throw e.late() ? late(e) : new PlatformException(QueryError.CANCELLED, "cancelled", e);
    } catch (SQLException e) {
      if (SERVER_TIME_LIMITS.contains(String.valueOf(e.getSQLState()))) {
        throw late(e);
      }
      throw new PlatformException(
          QueryError.REFUSED_BY_SERVER, "the server refused the query: " + e.getMessage(), e);
    }
  }

  private void insistOnQuery(String sql) {
    try {
      Outline.check(
          Scanner.scan(sql, dialect.lexis(), Integer.MAX_VALUE), SqlGate.DEFAULT_MAX_NESTING);
    } catch (RefusedException e) {
      throw new PlatformException(
          QueryError.NOT_A_QUERY,
          "character "
              + e.refusal().position()
              + ": "
              + e.refusal().what()
              + "; "
              + e.refusal().remedy(),
          e);
    }
  }

  private PlatformException late(Exception cause) {
    return new PlatformException(
        QueryError.TIME_LIMIT,
        "the query took longer than "
            + timeLimit.toMillis()
            + " ms; ask for less, or for a shorter period",
        cause);
  }

  private static QueryResult result(Fetched fetched, Duration elapsed) {
    List<QueryResult.Column> columns = new ArrayList<>();
    for (int i = 0; i < fetched.names().size(); i++) {
      columns.add(new QueryResult.Column(fetched.names().get(i), fetched.types().get(i)));
    }
    QueryResult.Cut cut = QueryResult.Cut.NONE;
    if (fetched.cutByRows() || fetched.cutByBytes()) {
      cut = fetched.cutByRows() ? QueryResult.Cut.ROWS : QueryResult.Cut.BYTES;
    }
    return new QueryResult(columns, fetched.rows(), cut, elapsed);
  }

  private static Engine engine(SqlDialect dialect) {
    return switch (dialect) {
      case SQLITE -> Engine.SQLITE;
      case POSTGRESQL -> Engine.POSTGRESQL;
      case MYSQL -> Engine.MYSQL;
      case GENERIC -> Engine.STANDARD;
    };
  }

  /** Collects limits. Not thread-safe. */
  public static final class Builder {
    private final SqlDialect dialect;
    private final ConnectionSource connections;
    private QueryLimits limits = QueryLimits.DEFAULT;
    private LongSupplier nanos = System::nanoTime;

    private Builder(SqlDialect dialect, ConnectionSource connections) {
      this.dialect = Objects.requireNonNull(dialect, "dialect");
      this.connections = connections;
    }

    /**
     * Sets what a query may take. Default {@link QueryLimits#DEFAULT}.
     *
     * @param value time, rows and bytes
     * @return this builder
     */
    public Builder limits(QueryLimits value) {
      this.limits = Objects.requireNonNull(value, "limits");
      return this;
    }

    /**
     * Sets what measures the time a query takes. Default {@link System#nanoTime}.
     *
     * @param value gives nanoseconds
     * @return this builder
     */
    public Builder ticker(LongSupplier value) {
      this.nanos = Objects.requireNonNull(value, "ticker");
      return this;
    }

    /**
     * Makes the way to run queries.
     *
     * @return the way
     */
    public ReadOnlyQuery build() {
      return new ReadOnlyQuery(this);
    }
  }
}
