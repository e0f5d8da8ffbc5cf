package dev.tributary.core;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reading from the central store.
 *
 * @param <T> what it returns
 * @param <X> the exception of its own that it may throw
 */
@FunctionalInterface
public interface ReadWork<T, X extends Exception> {

  /**
   * Reads.
   *
   * @param connection a connection on which the engine refuses every write; of no use after this
   *     method has returned
   * @return the result
   * @throws X whatever the work throws of its own; it reaches the caller as it is
   * @throws SQLException if the database refuses something; it reaches the caller as a {@link
   *     dev.tributary.api.error.PlatformException}
   */
  T in(Connection connection) throws X, SQLException;
}
