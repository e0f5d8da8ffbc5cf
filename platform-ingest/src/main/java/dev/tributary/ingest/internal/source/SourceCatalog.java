package dev.tributary.ingest.internal.source;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.settings.NearestName;
import dev.tributary.core.StoreEngine;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.RunLedger;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import dev.tributary.ingest.internal.run.Kernel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

/**
 * The sources of this process: those of the configuration, and one for each dataset that files are
 * uploaded into directly. Thread-safe.
 */
public final class SourceCatalog {
  /** The data center of files that are uploaded straight into a dataset. */
  public static final DataCenterConfig UPLOADS = new DataCenterConfig("uploads", "Uploads");

  private static final String IMPLICIT = "upload-";

  private final IngestConfig config;
  private final Kernel kernel;
  private final ConnectorHouse house;
  private final Backoff backoff;
  private final Map<String, SourceLane> lanes = new ConcurrentSkipListMap<>();

  /**
   * Makes the catalog and registers everything with the store.
   *
   * @param config the configuration
   * @param kernel what every run needs
   * @param house opens connectors
   * @param random scatters retries
   */
  public SourceCatalog(
      IngestConfig config, Kernel kernel, ConnectorHouse house, RandomGenerator random) {
    this.config = config;
    this.kernel = kernel;
    this.house = house;
    this.backoff = new Backoff(random);
    config.datasets().forEach(kernel.store().datasets()::ensure);
    register();
    config.sources().forEach(source -> add(source, dataset(source.dataset())));
    implicitDatasets().forEach(this::implicit);
  }

  /**
   * All sources.
   *
   * @return their lanes in order of the ids
   */
  public Collection<SourceLane> lanes() {
    return lanes.values();
  }

  /**
   * Finds a source.
   *
   * @param sourceId its id
   * @return its lane
   * @throws PlatformException if there is none of that id
   */
  public SourceLane lane(String sourceId) {
    return find(sourceId)
        .orElseThrow(() ->
            new PlatformException(
                PlatformError.NOT_FOUND,
                "there is no source '"
                    + sourceId
                    + "'"
                    + NearestName.of(sourceId, lanes.keySet())
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("; use one of " + lanes.keySet())));
  }

  /**
   * Finds a source.
   *
   * @param sourceId its id
   * @return its lane, if there is one of that id
   */
  public Optional<SourceLane> find(String sourceId) {
    return Optional.ofNullable(lanes.get(sourceId));
  }

  /**
   * Whether a source is read on a schedule.
   *
   * @param sourceId its id
   * @return false for those that only take uploads
   */
  public boolean scheduled(String sourceId) {
    return config.sources().stream().anyMatch(source -> source.id().equals(sourceId));
  }

  /**
   * The source that takes files straight into a dataset.
   *
   * @param datasetName the dataset
   * @return its lane
   * @throws PlatformException if there is no such dataset, or nothing reads files
   */
  public synchronized SourceLane uploadsInto(String datasetName) {
    Dataset dataset =
        config
            .dataset(datasetName)
            .or(() -> kernel.store().datasets().find(datasetName))
            .orElseThrow(() ->
                new PlatformException(
                    PlatformError.NOT_FOUND,
                    "there is no dataset '" + datasetName + "'; use one of " + names()));
    SourceLane known = lanes.get(implicitId(datasetName));
    if (known != null) {
      return known;
    }
    SourceConfig source = implicitSource(dataset);
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          Instant now = kernel.clock().instant();
          SourceLedger.register(kernel.handle(transaction), UPLOADS, now);
          SourceLedger.register(kernel.handle(transaction), source, now);
          return true;
        });
    return add(source, dataset);
  }

  private List<String> names() {
    return kernel.store().datasets().list().stream().map(Dataset::name).toList();
  }

  private SourceConfig implicitSource(Dataset dataset) {
    Path anywhere = config.dataDir();
    String kind =
        house
            .fileKind(anywhere)
            .orElseThrow(() ->
                new PlatformException(
                    PlatformError.INVALID_REQUEST,
                    "no connector reads files; add one, such as connector-csv"));
    return SourceConfig.builder(implicitId(dataset.name()), UPLOADS.id(), kind, dataset.name())
        .every(Duration.ofDays(1))
        .build();
  }

  private SourceLane add(SourceConfig source, Dataset dataset) {
    SourceLane lane = new SourceLane(source, dataset, kernel, house, backoff);
    lanes.put(source.id(), lane);
    return lane;
  }

  private void implicit(String datasetName) {
    if (kernel.store().datasets().find(datasetName).isPresent()
        && house.fileKind(config.dataDir()).isPresent()) {
      uploadsInto(datasetName);
    }
  }

  private List<String> implicitDatasets() {
    return kernel.read(handle -> SourceLedger.datasetsOf(handle, UPLOADS.id()));
  }

  private Dataset dataset(String name) {
    return config
        .dataset(name)
        .orElseThrow(() ->
            new PlatformException(
                PlatformError.INVALID_CONFIGURATION,
                "there is no dataset '" + name + "'; declare it under datasets"));
  }

  private void register() {
    kernel
        .store()
        .<Boolean, RuntimeException>write(transaction -> {
          Instant now = kernel.clock().instant();
          for (DataCenterConfig center : config.dataCenters()) {
            SourceLedger.register(kernel.handle(transaction), center, now);
          }
          for (SourceConfig source : config.sources()) {
            SourceLedger.register(kernel.handle(transaction), source, now);
          }
          if (kernel.store().engine() == StoreEngine.SQLITE) {
            // One process owns the file: whatever it notes as going on went down with the last one.
            RunLedger.interruptAll(kernel.handle(transaction), now)
                .forEach((run, source) ->
                    transaction.append(
                        EventTypes.RUN_FINISHED,
                        source,
                        Map.of("run_id", run, "status", "interrupted")));
          }
          return true;
        });
  }

  private static String implicitId(String datasetName) {
    return IMPLICIT + datasetName;
  }
}
