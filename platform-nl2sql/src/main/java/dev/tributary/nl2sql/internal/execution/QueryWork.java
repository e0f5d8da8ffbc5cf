package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One query from opening the connection to giving it back. Another thread may stop it. */
final class QueryWork implements Callable<Fetched> {
  private static final int FETCH_ROWS = 500;

  private final ConnectionSource connections;
  private final Engine engine;
  private final Caps caps;
  private final String sql;
  private volatile boolean stopped;
  private volatile @Nullable Connection connection;
  private volatile @Nullable Statement running;

  QueryWork(ConnectionSource connections, Engine engine, Caps caps, String sql) {
    this.connections = connections;
    this.engine = engine;
    this.caps = caps;
    this.sql = sql;
  }

  @Override
  public Fetched call() throws SQLException {
    ReadOnlySession session = engine.session();
    try (Connection opened = connections.open()) {
      connection = opened;
      session.begin(opened, caps.time().toMillis());
      try {
        return query(opened);
      } finally {
        running = null;
        giveBack(session, opened);
      }
    } finally {
      connection = null;
    }
  }

  private Fetched query(Connection opened) throws SQLException {
    try (Statement statement = opened.createStatement()) {
      statement.setFetchSize(Math.min(FETCH_ROWS, caps.rows() + 1));
      statement.setMaxRows(caps.rows() + 1);
      running = statement;
      try (ResultSet result = statement.executeQuery(sql)) {
        return new RowReader(caps, () -> stopped).read(result);
      }
    }
  }

  /** A connection that cannot be made as it was must not be used again. */
  private static void giveBack(ReadOnlySession session, Connection opened) throws SQLException {
    try {
      session.end(opened);
    } catch (SQLException e) {
      opened.abort(Runnable::run);
      throw e;
    }
  }

  /** Asks the server to stop; may be called often, since a query may only be about to start. */
  void cancel() {
    stopped = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // The statement ended meanwhile, or the caller tries again.
        stopped = true;
      }
    }
  }

  /** Cuts the connection of a query that did not stop when asked. */
  void abort() {
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        // Nothing is left to try; the thread is a daemon and ends with the server's answer.
        stopped = true;
      }
    }
  }
}
