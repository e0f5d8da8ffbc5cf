package dev.tributary.cli.internal.demo.bank;

import java.io.IOException;

/** The way a data center gives out its rows. Used by one thread. */
public interface CenterFeed extends AutoCloseable {
  /**
   * Gives out what happened in one tick.
   *
   * @param traffic the rows
   * @throws IOException if it cannot, for want of space or rights
   */
  void give(Traffic traffic) throws IOException;

  /**
   * Gives out what was held back so far.
   *
   * @throws IOException if it cannot
   */
  void finish() throws IOException;

  @Override
  void close() throws IOException;
}
