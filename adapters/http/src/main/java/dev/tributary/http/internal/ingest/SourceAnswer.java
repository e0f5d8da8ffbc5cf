package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.SourceDescription;
import dev.tributary.api.ingest.SourceStatus;
import org.jspecify.annotations.Nullable;

/** A source and how it stands, in one object. */
record SourceAnswer(
    String id,
    String dataCenterId,
    String kind,
    String stream,
    String dataset,
    SourceStatus.Activity activity,
    Freshness freshness,
    int consecutiveFailures,
    @Nullable Run latestRun) {

  static SourceAnswer of(SourceStatus status) {
    SourceDescription source = status.source();
    return new SourceAnswer(
        source.id(),
        source.dataCenterId(),
        source.kind(),
        source.stream(),
        source.dataset(),
        status.activity(),
        status.freshness(),
        status.consecutiveFailures(),
        status.latestRun());
  }
}
