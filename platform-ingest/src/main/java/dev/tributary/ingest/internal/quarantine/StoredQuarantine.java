package dev.tributary.ingest.internal.quarantine;

import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.page.Page;
import dev.tributary.ingest.internal.ledger.QuarantineLedger;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.source.SourceCatalog;
import java.util.List;

/** The quarantine as the store holds it. Thread-safe. */
public final class StoredQuarantine implements Quarantine {
  private final Kernel kernel;
  private final SourceCatalog catalog;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   * @param catalog the sources
   */
  public StoredQuarantine(Kernel kernel, SourceCatalog catalog) {
    this.kernel = kernel;
    this.catalog = catalog;
  }

  @Override
  public Page<QuarantinedRow> list(QuarantineQuery query) {
    List<QuarantinedRow> rows = kernel.read(handle -> QuarantineLedger.list(handle, query));
    if (rows.size() <= query.limit()) {
      return new Page<>(rows, null);
    }
    List<QuarantinedRow> slice = rows.subList(0, query.limit());
    return new Page<>(slice, Long.toString(slice.getLast().id()));
  }

  @Override
  public Replay replay(String sourceId) {
    return new QuarantineReplay(kernel, catalog.lane(sourceId)).run();
  }
}
