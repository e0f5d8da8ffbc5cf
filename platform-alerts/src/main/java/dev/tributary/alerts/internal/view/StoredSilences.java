package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.ledger.SilenceLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.LabelMatcher;
import dev.tributary.api.alert.Silence;
import dev.tributary.api.alert.Silences;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.CentralStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The silences in the store. Thread-safe. */
public final class StoredSilences implements Silences {
  private final CentralStore store;
  private final InstantSource clock;

  /**
   * Makes the list.
   *
   * @param store holds the silences
   * @param clock the present
   */
  public StoredSilences(CentralStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<Silence> list(boolean ended) {
    Instant endingAfter = ended ? Instant.EPOCH : clock.instant();
    return store.<List<Silence>, RuntimeException>read(
        connection -> SilenceLedger.list(connection, endingAfter));
  }

  @Override
  public Optional<Silence> find(String id) {
    return store.<Optional<Silence>, RuntimeException>read(
        connection -> SilenceLedger.find(connection, id));
  }

  @Override
  public Silence add(Silence silence) {
    Silence stored =
        new Silence(
            UUID.randomUUID().toString(),
            silence.matchers(),
            silence.startsAt(),
            silence.endsAt(),
            silence.createdBy(),
            silence.comment());
    store.<Boolean, RuntimeException>write(transaction -> {
      SilenceLedger.add(transaction.connection(), stored, clock.instant());
      transaction.append(AlertEventTypes.SILENCE_CHANGED, stored.id(), data(stored));
      return true;
    });
    return stored;
  }

  @Override
  public Silence end(String id) {
    Silence silence =
        find(id)
            .orElseThrow(() ->
                new PlatformException(PlatformError.NOT_FOUND, "there is no silence '" + id + "'"));
    store.<Boolean, RuntimeException>write(transaction -> {
      SilenceLedger.end(transaction.connection(), silence, clock.instant());
      transaction.append(AlertEventTypes.SILENCE_CHANGED, id, Map.of("ended", true));
      return true;
    });
    return find(id).orElse(silence);
  }

  private static Map<String, Object> data(Silence silence) {
    return Map.of(
        "matchers",
        silence.matchers().stream().map(LabelMatcher::toString).toList(),
        "starts_at",
        silence.startsAt().toString(),
        "ends_at",
        silence.endsAt().toString(),
        "created_by",
        silence.createdBy(),
        "comment",
        silence.comment());
  }
}
