package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.ledger.NotificationLedger;
import dev.tributary.alerts.internal.notify.Dispatcher;
import dev.tributary.alerts.internal.notify.Sender;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.Notifications;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.CentralStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notifications in the store. Thread-safe. */
public final class StoredNotifications extends StoredView implements Notifications {
  private final Dispatcher dispatcher;
  private final Sender sender;
  private final List<String> channels;

  /**
   * Makes the list.
   *
   * @param store holds the notifications
   * @param dispatcher makes them
   * @param sender delivers them
   * @param clock the present
   * @param channels the names of the channels
   */
  public StoredNotifications(
      CentralStore store,
      Dispatcher dispatcher,
      Sender sender,
      InstantSource clock,
      Collection<String> channels) {
    super(store, clock);
    this.dispatcher = dispatcher;
    this.sender = sender;
    this.channels = channels.stream().sorted().toList();
  }

  @Override
  public List<Delivery> list(Delivery.@Nullable Status status, int limit) {
    return read(connection -> NotificationLedger.list(connection, status, limit));
  }

  @Override
  public Delivery retry(String id) {
    boolean revived =
        write(transaction -> NotificationLedger.revive(transaction.connection(), id, now()));
    if (!revived) {
      throw new PlatformException(
          PlatformError.NOT_FOUND, "there is no notification '" + id + "' that is dead");
    }
    return read(connection -> NotificationLedger.find(connection, id)).orElseThrow();
  }

  @Override
  public int deliverNow() {
    dispatcher.step();
    return sender.step();
  }

  @Override
  public List<String> channels() {
    return channels;
  }
}
