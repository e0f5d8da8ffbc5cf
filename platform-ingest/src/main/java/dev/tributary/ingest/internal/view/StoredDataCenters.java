package dev.tributary.ingest.internal.view;

import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.run.Kernel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The data centers. Thread-safe. */
public final class StoredDataCenters implements DataCenters {
  private final Kernel kernel;

  /**
   * Makes it.
   *
   * @param kernel what every run needs
   */
  public StoredDataCenters(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public List<DataCenter> list() {
    return kernel.read(StoredDataCenters::read);
  }

  @Override
  public Optional<DataCenter> find(String id) {
    return list().stream().filter(center -> center.id().equals(id)).findFirst();
  }

  private static List<DataCenter> read(Handle handle) {
    List<SourceFacts> sources = SourceLedger.all(handle);
    return SourceLedger.centers(handle).stream()
        .map(center ->
            new DataCenter(
                center.id(),
                center.name(),
                DataCenterStatus.valueOf(center.status().toUpperCase(Locale.ROOT)),
                center.lastSync(),
                sources.stream()
                    .filter(source -> source.dataCenterId().equals(center.id()))
                    .map(SourceFacts::id)
                    .toList()))
        .toList();
  }
}
