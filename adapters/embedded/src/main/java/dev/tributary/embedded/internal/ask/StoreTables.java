package dev.tributary.embedded.internal.ask;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.core.CentralStore;
import dev.tributary.core.Datasets;
import dev.tributary.nl2sql.GroundedSql;
import dev.tributary.nl2sql.SchemaReader;
import dev.tributary.nl2sql.SchemaSnapshot;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of a store, and what writes SQL about them as they were last looked at. Thread-safe.
 */
final class StoreTables implements SqlGenerator {
  private final CentralStore store;
  private final Set<String> tombstoned;
  private final AtomicReference<@Nullable GroundedSql> newest = new AtomicReference<>();

  /** Makes it; nothing is looked at yet. */
  StoreTables(CentralStore store, Set<String> tombstoned) {
    this.store = store;
    this.tombstoned = tombstoned;
  }

  /** Looks at the tables now. */
  DataSchema look() {
    SchemaReader reader =
        SchemaReader.builder()
            .datasets(store.datasets().list())
            .declaredOnly()
            .tombstones(tombstoned, Datasets.DELETED_AT)
            .build();
    SchemaSnapshot snapshot =
        store.<SchemaSnapshot, RuntimeException>read(connection -> reader.read(connection));
    newest.set(GroundedSql.over(snapshot));
    return snapshot.schema();
  }

  @Override
  public String name() {
    return "grounded";
  }

  @Override
  public Proposal propose(GenerationRequest request) {
    GroundedSql known = newest.get();
    if (known == null) {
      throw new IllegalStateException("nobody has looked at the tables yet");
    }
    return known.propose(request);
  }
}
