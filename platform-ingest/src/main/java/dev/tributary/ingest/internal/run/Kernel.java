package dev.tributary.ingest.internal.run;

import dev.tributary.core.CentralStore;
import dev.tributary.ingest.internal.metric.IngestMetrics;
import java.time.InstantSource;

/**
 * What every run needs of the platform.
 *
 * @param store the central store
 * @param clock tells the time
 * @param ids makes ids
 * @param metrics what is measured
 */
public record Kernel(CentralStore store, InstantSource clock, Ids ids, IngestMetrics metrics) {}
