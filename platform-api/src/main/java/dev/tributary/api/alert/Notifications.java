package dev.tributary.api.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, and what could not be. Thread-safe. */
public interface Notifications {

  /**
   * Lists notifications, newest first.
   *
   * @param status only in this status; null for all
   * @param limit the most to list, from 1 to 1000
   * @return the notifications
   */
  List<Delivery> list(Delivery.@Nullable Status status, int limit);

  /**
   * Tries a dead notification again, from its first attempt on.
   *
   * @param id its id
   * @return the notification
   * @throws dev.tributary.api.error.PlatformException if there is none of that id that is dead
   */
  Delivery retry(String id);

  /**
   * Delivers what is due now, in the calling thread.
   *
   * @return how many notifications were delivered
   */
  int deliverNow();

  /**
   * The channels.
   *
   * @return their names
   */
  List<String> channels();
}
