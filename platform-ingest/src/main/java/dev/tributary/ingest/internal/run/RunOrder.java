package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.ingest.config.SourceConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do.
 *
 * @param source the source
 * @param dataset its dataset as declared
 * @param trigger what made it begin
 * @param stream the stream of the connector to read
 * @param checkpoints the name its checkpoints are kept under
 * @param jobId the upload it reads; null if it reads the source itself
 */
public record RunOrder(
    SourceConfig source,
    Dataset dataset,
    RunTrigger trigger,
    String stream,
    String checkpoints,
    @Nullable String jobId) {

  /** Whether the run reads the source itself and so tells how the source is. */
  boolean ofSource() {
    return jobId == null;
  }

  /** How it is read; an uploaded file is read once, whatever the source's own mode. */
  ReadMode mode() {
    return jobId == null ? source.mode() : ReadMode.INCREMENTAL;
  }

  /** The registry's name of what is read. */
  String registryName() {
    return registryPrefix(source.id()) + (jobId == null ? checkpoints : "uploads");
  }

  /**
   * What the registry's names of a source's streams begin with.
   *
   * @param sourceId the source
   * @return the prefix
   */
  public static String registryPrefix(String sourceId) {
    return "source:" + sourceId + "/";
  }
}
