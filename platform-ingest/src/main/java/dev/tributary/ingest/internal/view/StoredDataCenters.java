package dev.tributary.ingest.internal.view;

import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.run.Kernel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    return kernel.store().<List<DataCenter>, RuntimeException>read(StoredDataCenters::read);
  }

  @Override
  public Optional<DataCenter> find(String id) {
    return list().stream().filter(center -> center.id().equals(id)).findFirst();
  }

  private static List<DataCenter> read(Connection connection) throws SQLException {
    List<SourceFacts> sources = SourceLedger.all(connection);
    return SourceLedger.centers(connection).stream()
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
