package dev.tributary.ingest.internal.schema;

import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.internal.ledger.SchemaLedger;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a batch because of its shape.
 *
 * @param action {@link SchemaAction#IGNORE} to go on, {@link SchemaAction#EVOLVE} to widen the
 *     dataset first, {@link SchemaAction#QUARANTINE} or {@link SchemaAction#PAUSE}
 * @param changes what has changed, none if the shape is known
 * @param version the version to store with the batch; null if the shape is known
 */
public record SchemaVerdict(
    SchemaAction action, List<SchemaChange> changes, SchemaLedger.@Nullable Version version) {
  /** Copies the changes. */
  public SchemaVerdict {
    changes = List.copyOf(changes);
  }

  /**
   * The changes in words.
   *
   * @return such as {@code column_added 'email' (TEXT)}
   */
  public String words() {
    return changes.stream().map(SchemaChange::toString).collect(Collectors.joining(", "));
  }
}
