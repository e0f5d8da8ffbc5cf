package dev.tributary.ingest;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import dev.tributary.core.CentralStore;
import dev.tributary.core.Scheduler;
import dev.tributary.core.SchedulerConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.internal.binding.IngestBinding;
import dev.tributary.ingest.internal.freshness.FreshnessMonitor;
import dev.tributary.ingest.internal.ledger.Handles;
import dev.tributary.ingest.internal.metric.IngestMetrics;
import dev.tributary.ingest.internal.quarantine.StoredQuarantine;
import dev.tributary.ingest.internal.retention.Cleaning;
import dev.tributary.ingest.internal.run.Ids;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.source.ConnectorHouse;
import dev.tributary.ingest.internal.source.SourceCatalog;
import dev.tributary.ingest.internal.source.SourceLane;
import dev.tributary.ingest.internal.source.SourceSchedule;
import dev.tributary.ingest.internal.upload.UploadDesk;
import dev.tributary.ingest.internal.view.MappingPreview;
import dev.tributary.ingest.internal.view.OperatedSources;
import dev.tributary.ingest.internal.view.StoredDataCenters;
import dev.tributary.ingest.internal.view.StoredRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Collection. Thread-safe.
 *
 * <pre>{@code
 * Ingest ingest = Ingest.builder(store, config).connector(new CsvConnectorFactory()).build();
 * SchedulerConfig.Builder tasks = SchedulerConfig.builder();
 * ingest.addTasks(tasks);
 * Scheduler scheduler = Scheduler.on(store, tasks.build());
 * ingest.start(scheduler);
 * scheduler.start();
 * // ... at the end:
 * ingest.stop();
 * scheduler.close();
 * ingest.close();
 * }</pre>
 *
 * <p>Without a scheduler, {@link Sources#collect} and uploads work all the same.
 */
public final class Ingest implements AutoCloseable {
  private static final String FRESHNESS_TASK = "ingest-freshness";
  private static final String RETENTION_TASK = "ingest-retention";
  private static final Duration CLEAN_EVERY = Duration.ofHours(1);
  private static final String WHOLE = "all";

  private final IngestConfig config;
  private final SourceCatalog catalog;
  private final SourceSchedule schedule;
  private final FreshnessMonitor monitor;
  private final UploadDesk uploads;
  private final Cleaning cleaning;
  private final DataCenters dataCenters;
  private final Sources sources;
  private final Runs runs;
  private final Quarantine quarantine;

  private Ingest(Builder builder) {
    this.config = builder.config;
    Kernel kernel =
        new Kernel(
            builder.store,
            new Handles(),
            builder.clock,
            new Ids(builder.clock),
            new IngestMetrics(builder.registry));
    ConnectorHouse house =
        new ConnectorHouse(config, List.copyOf(builder.factories), builder.secrets, builder.clock);
    this.catalog = new SourceCatalog(config, kernel, house, builder.random);
    this.schedule = new SourceSchedule(catalog, kernel);
    this.monitor = new FreshnessMonitor(kernel, catalog, schedule);
    this.uploads = new UploadDesk(config, kernel, catalog, house);
    this.cleaning = new Cleaning(kernel, config.retention(), uploads::forget);
    this.dataCenters = new StoredDataCenters(kernel);
    this.sources =
        new OperatedSources(kernel, catalog, schedule, monitor, new MappingPreview(kernel, house));
    this.runs = new StoredRuns(kernel);
    this.quarantine = new StoredQuarantine(kernel, catalog);
  }

  /**
   * Reads what collection is told out of a configuration: the sections data_dir, uploads, files,
   * network, freshness, datasets, data_centers and sources. What is wrong is noted in the settings,
   * which whoever reads the rest of the configuration verifies as a whole.
   *
   * @param settings the configuration
   * @param baseDir the folder that relative paths start from, usually the configuration file's
   * @param canonical datasets that need no declaration
   * @param factories the kinds of sources there are
   * @return what was read; of use only if no fault was noted
   */
  public static IngestConfig configure(
      Settings settings, Path baseDir, List<Dataset> canonical, List<ConnectorFactory> factories) {
    return new IngestBinding(settings, baseDir, canonical, factories).read();
  }

  /**
   * Tries the connectors' own settings, touching nothing outside the process.
   *
   * @param config the configuration
   * @param factories the kinds of sources there are
   * @param secrets resolves references to secrets
   * @return what is wrong with them, none if all is well
   */
  public static List<Fault> check(
      IngestConfig config, List<ConnectorFactory> factories, SecretResolver secrets) {
    return new ConnectorHouse(config, factories, secrets, InstantSource.system())
        .check(config.sources());
  }

  /**
   * Starts to put collection together.
   *
   * @param store the central store; stays open when collection is closed
   * @param config what is collected
   * @return a builder
   */
  public static Builder builder(CentralStore store, IngestConfig config) {
    return new Builder(store, config);
  }

  /**
   * Names the work that is done on a schedule.
   *
   * @param tasks the scheduler's configuration
   */
  public void addTasks(SchedulerConfig.Builder tasks) {
    tasks.task(SourceSchedule.TASK, schedule::run);
    tasks.task(FRESHNESS_TASK, run -> monitor.look());
    tasks.task(RETENTION_TASK, run -> clean());
  }

  /**
   * Puts every source on the schedule and goes on with uploads that have not been read.
   *
   * @param scheduler a scheduler with the tasks of {@link #addTasks}
   */
  public void start(Scheduler scheduler) {
    schedule.start(scheduler);
    scheduler.schedule(FRESHNESS_TASK, WHOLE, config.freshnessEvery());
    scheduler.schedule(RETENTION_TASK, WHOLE, CLEAN_EVERY);
    uploads.recover();
  }

  /**
   * The data centers.
   *
   * @return the data centers
   */
  public DataCenters dataCenters() {
    return dataCenters;
  }

  /**
   * The sources.
   *
   * @return the sources
   */
  public Sources sources() {
    return sources;
  }

  /**
   * The runs.
   *
   * @return the runs
   */
  public Runs runs() {
    return runs;
  }

  /**
   * The rows that were not accepted.
   *
   * @return the quarantine
   */
  public Quarantine quarantine() {
    return quarantine;
  }

  /**
   * The files that people hand in.
   *
   * @return the uploads
   */
  public Uploads uploads() {
    return uploads;
  }

  /**
   * Removes records of what is over once they are as old as {@link IngestConfig#retention} says. A
   * scheduler does it once an hour.
   *
   * @return how many were removed
   */
  public long clean() {
    return cleaning.clean();
  }

  /** Lets every run end after the batch in hand and begins no more. Returns at once. */
  public void stop() {
    schedule.close();
    catalog.lanes().forEach(SourceLane::stopRun);
  }

  /** Stops, waits for the batches in hand and closes the connectors. Closing again does nothing. */
  @Override
  public void close() {
    stop();
    uploads.close();
    catalog.lanes().forEach(SourceLane::close);
  }

  /** Puts collection together. Not thread-safe. */
  public static final class Builder {
    private final CentralStore store;
    private final IngestConfig config;
    private final ArrayList<ConnectorFactory> factories = new ArrayList<>();
    private SecretResolver secrets = Ingest::noSecret;
    private InstantSource clock = InstantSource.system();
    private RandomGenerator random = new Random();
    private MeterRegistry registry = new CompositeMeterRegistry();

    private Builder(CentralStore store, IngestConfig config) {
      this.store = store;
      this.config = config;
    }

    /**
     * Adds a kind of source.
     *
     * @param factory makes its connectors
     * @return this builder
     */
    public Builder connector(ConnectorFactory factory) {
      factories.add(factory);
      return this;
    }

    /**
     * Sets what resolves references to secrets. Default nothing does.
     *
     * @param value the resolver
     * @return this builder
     */
    public Builder secrets(SecretResolver value) {
      this.secrets = value;
      return this;
    }

    /**
     * Sets the clock. Default the system's.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(InstantSource value) {
      this.clock = value;
      return this;
    }

    /**
     * Sets what scatters retries. Default {@link Random}.
     *
     * @param value a thread-safe generator
     * @return this builder
     */
    public Builder random(RandomGenerator value) {
      this.random = value;
      return this;
    }

    /**
     * Sets where measurements are kept. Default nowhere.
     *
     * @param value the registry
     * @return this builder
     */
    public Builder metrics(MeterRegistry value) {
      this.registry = value;
      return this;
    }

    /**
     * Registers data centers, sources and datasets with the store. Nothing is read yet.
     *
     * @return collection
     * @throws PlatformException if the store refuses, or a dataset differs from what it holds
     */
    public Ingest build() {
      return new Ingest(this);
    }
  }

  private static Secret noSecret(String reference) {
    throw new PlatformException(
        PlatformError.SECRET_UNAVAILABLE,
        "nothing resolves '" + reference + "'; hand a SecretResolver to the builder");
  }
}
