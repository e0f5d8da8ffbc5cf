package dev.tributary.ingest.internal.view;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.page.Page;
import dev.tributary.ingest.internal.ledger.RunLedger;
import dev.tributary.ingest.internal.run.Kernel;
import java.util.List;
import java.util.Optional;

/** The runs. Thread-safe. */
public final class StoredRuns implements Runs {
  private final Kernel kernel;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   */
  public StoredRuns(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public Page<Run> list(RunQuery query) {
    List<Run> runs = kernel.read(handle -> RunLedger.list(handle, query));
    if (runs.size() <= query.limit()) {
      return new Page<>(runs, null);
    }
    List<Run> slice = runs.subList(0, query.limit());
    return new Page<>(slice, slice.getLast().id());
  }

  @Override
  public Optional<Run> find(String runId) {
    return kernel.read(handle -> RunLedger.find(handle, runId));
  }
}
