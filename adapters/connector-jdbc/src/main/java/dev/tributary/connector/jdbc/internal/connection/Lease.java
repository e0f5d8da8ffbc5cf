package dev.tributary.connector.jdbc.internal.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection in use. Closing it gives the connection back, or ends it if it is no good. */
public final class Lease implements AutoCloseable {
  private final Database database;
  private final Connection connection;
  private final @Nullable Watch watch;
  private boolean broken;
  private boolean closed;

  Lease(Database database, Connection connection, @Nullable Watch watch) {
    this.database = database;
    this.connection = connection;
    this.watch = watch;
  }

  /**
   * The connection.
   *
   * @return a read-only connection
   */
  public Connection connection() {
    return connection;
  }

  /** Says that a statement begins, whose time is limited. */
  public void begin() {
    if (watch != null) {
      watch.begin();
    }
  }

  /** Ends the transaction, so that the database need not keep its snapshot. */
  public void endTransaction() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException lost) {
      broken = true;
    }
  }

  /** Says that the connection must not be used again. */
  public void discard() {
    broken = true;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!broken) {
      endTransaction();
    }
    if (broken) {
      end();
    } else {
      database.giveBack(this);
    }
  }

  boolean usable() {
    try {
      return connection.isValid(1);
    } catch (SQLException lost) {
      return false;
    }
  }

  Lease again() {
    return new Lease(database, connection, watch);
  }

  /** Ends the connection without reading what a query has left. */
  void end() {
    try {
      // The driver of SQLite, which is the one that is watched, aborts nothing and closes at once.
      if (watch == null) {
        connection.abort(Runnable::run);
      } else {
        connection.close();
      }
    } catch (SQLException refused) {
      closeQuietly();
    }
  }

  private void closeQuietly() {
    try {
      connection.close();
    } catch (SQLException lost) {
      // It is gone, which is what was wanted.
    }
  }
}
