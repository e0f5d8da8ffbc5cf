package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.ingest.internal.ledger.CheckpointLedger;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Place;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Stored;
import dev.tributary.ingest.internal.ledger.QuarantineLedger;
import dev.tributary.ingest.internal.ledger.SchemaLedger;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a run finds in the store when it begins, and keeps in step with it. */
final class RunState {
  private final Place place;
  private final Map<String, Stored> checkpoints;
  private final List<SchemaLedger.Version> versions;
  private final Set<String> quarantinedKeys;
  private final FullPass pass;

  private RunState(
      Place place,
      Map<String, Stored> checkpoints,
      List<SchemaLedger.Version> versions,
      Set<String> quarantinedKeys,
      FullPass pass) {
    this.place = place;
    this.checkpoints = checkpoints;
    this.versions = versions;
    this.quarantinedKeys = quarantinedKeys;
    this.pass = pass;
  }

  static RunState load(Handle handle, RunOrder order) {
    String id = order.source().id();
    SourceFacts facts =
        SourceLedger.facts(handle, id)
            .orElseThrow(() -> new IllegalStateException("source '" + id + "' is not registered"));
    Place place = new Place(id, order.checkpoints());
    return new RunState(
        place,
        CheckpointLedger.all(handle, place),
        SchemaLedger.all(handle, order.registryName()),
        QuarantineLedger.keys(handle, id),
        FullPass.load(handle, order, facts.generation()));
  }

  List<SchemaLedger.Version> versions() {
    return versions;
  }

  Set<String> quarantinedKeys() {
    return quarantinedKeys;
  }

  FullPass pass() {
    return pass;
  }

  Checkpoints checkpoints() {
    Map<String, String> states = new HashMap<>();
    checkpoints.forEach((partition, stored) -> states.put(partition, stored.state()));
    return Checkpoints.of(states);
  }

  /** Those of a batch's checkpoints that differ from what is stored. */
  List<Checkpoint> moved(List<Checkpoint> reached) {
    return reached.stream()
        .filter(checkpoint -> {
          Stored stored = checkpoints.get(checkpoint.partition());
          String state = stored == null ? null : stored.state();
          return !Objects.equals(state, checkpoint.value());
        })
        .toList();
  }

  /** Stores checkpoints; what is returned replaces what is known once the transaction commits. */
  Map<String, @Nullable Stored> store(Handle handle, List<Checkpoint> moved, Instant at) {
    Map<String, @Nullable Stored> stored = new HashMap<>();
    for (Checkpoint checkpoint : moved) {
      String partition = checkpoint.partition();
      Stored known =
          stored.containsKey(partition) ? stored.get(partition) : checkpoints.get(partition);
      stored.put(partition, CheckpointLedger.store(handle, place, checkpoint, known, at));
    }
    return stored;
  }

  void committed(Map<String, @Nullable Stored> stored) {
    stored.forEach((partition, state) -> {
      if (state == null) {
        checkpoints.remove(partition);
      } else {
        checkpoints.put(partition, state);
      }
    });
  }

  void forgetCheckpoints(Handle handle) {
    CheckpointLedger.forget(handle, place);
  }
}
