package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.ledger.NotificationLedger;
import dev.tributary.alerts.internal.metric.AlertMetrics;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.NotificationChannel;
import dev.tributary.core.CentralStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notifications until it succeeds or gives up. What was sent when a process died is sent
 * again under the same id, so that it counts once with a receiver that looks at ids. Thread-safe.
 */
public final class Sender {
  private static final Logger LOG = System.getLogger(Sender.class.getName());
  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int LONGEST_ERROR = 500;

  private final CentralStore store;
  private final Map<String, NotificationChannel> channels;
  private final Backoff backoff;
  private final AlertMetrics metrics;
  private final InstantSource clock;
  private final String worker;

  /**
   * Makes a sender.
   *
   * @param store holds the notifications
   * @param channels the channels by name
   * @param backoff when to try again
   * @param clock the present
   * @param worker the name of this process
   * @param metrics what is measured
   */
  public Sender(
      CentralStore store,
      Map<String, NotificationChannel> channels,
      Backoff backoff,
      InstantSource clock,
      String worker,
      AlertMetrics metrics) {
    this.store = store;
    this.channels = Map.copyOf(channels);
    this.backoff = backoff;
    this.clock = clock;
    this.worker = worker;
    this.metrics = metrics;
  }

  /** Takes up again what this worker had in hand when it died. */
  public void begin() {
    store.<Integer, RuntimeException>write(transaction ->
        NotificationLedger.release(transaction.connection(), worker, clock.instant()));
  }

  /**
   * Sends what is due, all at the same time.
   *
   * @return how many arrived
   */
  public int step() {
    List<Delivery> due =
        store.<List<Delivery>, RuntimeException>read(
            connection -> NotificationLedger.due(connection, clock.instant(), AT_ONCE));
    List<Delivery> mine = due.stream().filter(this::claim).toList();
    if (mine.isEmpty()) {
      return 0;
    }
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("tributary-notification-", 0).factory())) {
      List<Future<Boolean>> attempts = new ArrayList<>();
      mine.forEach(delivery -> attempts.add(threads.submit(() -> attempt(delivery))));
      return (int) attempts.stream().filter(Sender::arrived).count();
    }
  }

  private boolean claim(Delivery delivery) {
    Instant until = clock.instant().plus(LEASE);
    return store.<Boolean, RuntimeException>write(
        transaction -> NotificationLedger.claim(transaction.connection(), delivery, worker, until));
  }

  private boolean attempt(Delivery delivery) {
    NotificationChannel channel = channels.get(delivery.channel());
    if (channel == null) {
      settle(delivery, "there is no channel '" + delivery.channel() + "' any more", null);
      return false;
    }
    try {
      channel.send(delivery.notification());
    } catch (NotificationChannel.Undeliverable refused) {
      settle(delivery, String.valueOf(refused.getMessage()), null);
      return false;
    } catch (Exception failed) { // the boundary to foreign code: it is tried again
      Instant next = backoff.after(delivery.attempts() + 1).map(clock.instant()::plus).orElse(null);
      settle(delivery, failed.getClass().getSimpleName() + ": " + failed.getMessage(), next);
      return false;
    }
    settle(delivery, null, null);
    return true;
  }

  private void settle(Delivery delivery, @Nullable String error, @Nullable Instant next) {
    String id = delivery.notification().id();
    String words = error == null ? null : shortened(error);
    if (words != null) {
      LOG.log(
          Level.WARNING,
          "notification " + id + " through " + delivery.channel() + " failed: " + words);
    }
    store.<Boolean, RuntimeException>write(transaction -> {
      if (words == null) {
        NotificationLedger.delivered(transaction.connection(), id, clock.instant());
      } else {
        NotificationLedger.failed(transaction.connection(), id, words, next);
      }
      if (words == null || next == null) {
        transaction.append(
            AlertEventTypes.NOTIFICATION, delivery.channel(), event(delivery, words));
      }
      return true;
    });
    metrics.notification(
        delivery.channel(), words == null ? "sent" : next == null ? "dead" : "failed");
  }

  private static Map<String, Object> event(Delivery delivery, @Nullable String error) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", delivery.notification().id());
    data.put("title", delivery.notification().title());
    data.put("status", error == null ? "delivered" : "dead");
    data.put("error", error == null ? "" : error);
    return data;
  }

  private static String shortened(String error) {
    return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + " ...";
  }

  private static boolean arrived(Future<Boolean> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException broken) {
      LOG.log(Level.WARNING, "a notification's outcome could not be stored", broken.getCause());
      return false;
    }
  }
}
