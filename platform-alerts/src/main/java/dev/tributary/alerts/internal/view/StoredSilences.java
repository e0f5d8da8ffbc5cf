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
public final class StoredSilences extends StoredView implements Silences {

  /**
   * Makes the list.
   *
   * @param store holds the silences
   * @param clock the present
   */
  public StoredSilences(CentralStore store, InstantSource clock) {
    super(store, clock);
  }

  @Override
  public List<Silence> list(boolean ended) {
    Instant endingAfter = ended ? Instant.EPOCH : now();
    return read(connection -> SilenceLedger.list(connection, endingAfter));
  }

  @Override
  public Optional<Silence> find(String id) {
    return read(connection -> SilenceLedger.find(connection, id));
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
    change(transaction -> {
      SilenceLedger.add(transaction.connection(), stored, now());
      transaction.append(AlertEventTypes.SILENCE_CHANGED, stored.id(), data(stored));
    });
    return stored;
  }

  @Override
  public Silence end(String id) {
    Silence silence =
        find(id)
            .orElseThrow(() ->
                new PlatformException(PlatformError.NOT_FOUND, "there is no silence '" + id + "'"));
    change(transaction -> {
      SilenceLedger.end(transaction.connection(), silence, now());
      transaction.append(AlertEventTypes.SILENCE_CHANGED, id, Map.of("ended", true));
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
