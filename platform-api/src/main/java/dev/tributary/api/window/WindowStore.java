package dev.tributary.api.window;

/**
 * Keeps the windows of rules. Whoever moves a rule's windows holds them in memory and writes what
 * has changed now and then, many records at a time; a store is read once, at the beginning. The
 * revision says up to where in the event log they are: what came later is evaluated anew.
 * Implementations are thread-safe.
 *
 * <p>A store that cannot be reached throws a {@link dev.tributary.api.error.PlatformException} with
 * {@link dev.tributary.api.error.PlatformError#STORE_UNAVAILABLE}, and works again as soon as it
 * can.
 */
public interface WindowStore extends AutoCloseable {

  /**
   * What messages and metrics call it.
   *
   * @return a short name, such as {@code redis}
   */
  String name();

  /**
   * Reads what is kept of a rule.
   *
   * @param rule the id of the rule
   * @return the newest revision and its records
   */
  WindowState read(String rule);

  /**
   * Keeps changes, all of them or none. Changes from {@link WindowState#NONE} replace everything
   * that was kept of the rule, whatever it was.
   *
   * @param rule the id of the rule
   * @param changes what became different
   * @return false if the store does not hold the revision that the changes build upon, and nothing
   *     was kept: write everything instead
   */
  boolean write(String rule, WindowChanges changes);

  /**
   * Forgets a rule.
   *
   * @param rule the id of the rule
   */
  void drop(String rule);

  /** Lets go of what it uses. Closing again does nothing. */
  @Override
  void close();
}
