package dev.tributary.nl2sql.internal.store;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** Makes handles over connections that the store lends. */
public final class StoreHandle {
  private StoreHandle() {}

  /**
   * A handle that leaves the connection open, and its transaction to the store.
   *
   * @param connection lent by the store
   * @return the handle
   */
  public static Handle over(Connection connection) {
    Jdbi jdbi = Jdbi.create(new Lent(connection));
    // Messages are logged, and are not to repeat values.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.open();
  }

  /** Gives the connection of the store, and leaves its end to the store. */
  private record Lent(Connection connection) implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return connection;
    }

    @Override
    public void closeConnection(Connection lent) {}
  }
}
