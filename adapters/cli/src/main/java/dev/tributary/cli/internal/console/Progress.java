package dev.tributary.cli.internal.console;

/** Shows how far something is. Used by one thread. */
public interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(double share, String detail) {}

        @Override
        public void close() {}
      };

  /**
   * Tells how far it is.
   *
   * @param share from 0 to 1
   * @param detail what is being done
   */
  void at(double share, String detail);

  /** Takes the bar away, so that the next line begins clean. */
  @Override
  void close();
}
