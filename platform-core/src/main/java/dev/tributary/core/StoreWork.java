package dev.tributary.core;

import java.sql.SQLException;

/**
 * Work done in one transaction of the central store.
 *
 * @param <T> what it returns
 * @param <X> the exception of its own that it may throw
 */
@FunctionalInterface
public interface StoreWork<T, X extends Exception> {

  /**
   * Does the work. What it throws rolls the transaction back.
   *
   * @param transaction the transaction; of no use after this method has returned
   * @return the result, handed out once the transaction is committed
   * @throws X whatever the work throws of its own; it reaches the caller as it is
   * @throws SQLException if the database refuses something; it reaches the caller as a {@link
   *     dev.tributary.api.error.PlatformException}
   */
  T in(StoreTransaction transaction) throws X, SQLException;
}
