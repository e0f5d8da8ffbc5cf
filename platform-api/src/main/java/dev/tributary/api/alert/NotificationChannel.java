package dev.tributary.api.alert;

/** A way to tell people, or other systems, of alerts. Must be thread-safe. */
public interface NotificationChannel extends AutoCloseable {

  /**
   * Sends a notification. It may be called again with the same one, if it is not known whether it
   * arrived; hand on the notification's id, so that the receiver can tell.
   *
   * @param notification what to tell
   * @throws Undeliverable if trying again would not help
   * @throws Exception whatever else goes wrong; it is tried again later
   */
  void send(Notification notification) throws Exception;

  /** Lets go of what it holds. Closing again does nothing. */
  @Override
  default void close() {}

  /** Trying again would not help. */
  final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message why, and what to do
     */
    public Undeliverable(String message) {
      super(message);
    }
  }
}
