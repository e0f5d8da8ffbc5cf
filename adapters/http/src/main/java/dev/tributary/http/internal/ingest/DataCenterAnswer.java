package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.SourceStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data center with its sources. */
record DataCenterAnswer(
    String id,
    String name,
    DataCenterStatus status,
    @Nullable Instant lastSync,
    List<SourceAnswer> sources) {

  static DataCenterAnswer of(DataCenter center, List<SourceStatus> all) {
    return new DataCenterAnswer(
        center.id(),
        center.name(),
        center.status(),
        center.lastSync(),
        all.stream()
            .filter(status -> status.source().dataCenterId().equals(center.id()))
            .map(SourceAnswer::of)
            .toList());
  }
}
