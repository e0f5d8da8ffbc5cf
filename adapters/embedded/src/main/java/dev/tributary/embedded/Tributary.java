package dev.tributary.embedded;

import dev.tributary.alerts.Alerts;
import dev.tributary.alerts.AlertsConfig;
import dev.tributary.api.Platform;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.connector.csv.CsvConnectorFactory;
import dev.tributary.connector.jdbc.JdbcConnectorFactory;
import dev.tributary.connector.json.JsonConnectorFactory;
import dev.tributary.connector.parquet.ParquetConnectorFactory;
import dev.tributary.connector.rest.RestConnectorFactory;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.CentralStore;
import dev.tributary.core.EventRetention;
import dev.tributary.core.Scheduler;
import dev.tributary.core.SchedulerConfig;
import dev.tributary.core.Secrets;
import dev.tributary.core.StoreConfig;
import dev.tributary.embedded.internal.ask.AskConfig;
import dev.tributary.embedded.internal.ask.QuestionEngine;
import dev.tributary.ingest.Ingest;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.langchain4j.HostedModel;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.redis.RedisCache;
import dev.tributary.redis.RedisConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform in one process. Built in code or opened from a configuration file, it can be
 * asked at once; it collects on its own after {@link #start()}, and {@link #close()} finishes the
 * batches in hand.
 *
 * <pre>{@code
 * try (Tributary tributary =
 *     Tributary.builder(Path.of("data"))
 *         .dataCenter("fra", "Frankfurt")
 *         .source(
 *             SourceConfig.builder("fra-drops", "fra", "csv", "transactions")
 *                 .settings(Map.of("folder", "drops"))
 *                 .build())
 *         .build()) {
 *   Run run = tributary.sources().collect("fra-drops");
 * }
 * }</pre>
 *
 * <p>Thread-safe. Several platforms in one process do not know of each other, as long as each has a
 * store of its own or they share a server.
 */
public final class Tributary implements Platform, AutoCloseable {
  private static final String TRIM = "trim-events";
  private static final String WHOLE = "all";
  private static final Duration TRIM_EVERY = Duration.ofMinutes(10);

  private final CentralStore store;
  private final Scheduler scheduler;
  private final Ingest ingest;
  private final Optional<RedisCache> redis;
  private final Nl2Sql query;
  private final @Nullable HostedModel hosted;
  private final Alerts alerts;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Tributary(Builder builder) {
    IngestConfig config = builder.ingest();
    this.store = CentralStore.open(builder.store(config), builder.clock);
    this.redis = builder.redis.map(RedisCache::of);
    try {
      Ingest.Builder collection =
          Ingest.builder(store, config)
              .secrets(builder.secrets)
              .clock(builder.clock)
              .metrics(builder.registry);
      builder.connectors.forEach(collection::connector);
      this.ingest = collection.build();
      this.hosted = builder.hosted == null ? null : builder.hosted.build();
      LanguageModel model = builder.model == null ? hosted : builder.model;
      this.query =
          QuestionEngine.over(
              store, ingest.sources(), config, builder.ask, model, builder.registry, builder.clock);
      SchedulerConfig.Builder tasks = SchedulerConfig.builder().task(TRIM, run -> trim(builder));
      ingest.addTasks(tasks);
      this.scheduler = Scheduler.on(store, tasks.build());
      this.alerts =
          Alerts.on(
              store,
              builder.alerts,
              builder.clock,
              new Alerts.Around(
                  new GatedQueries(store),
                  "local",
                  config.dataDir(),
                  redis.map(RedisCache::windows),
                  builder.registry));
    } catch (RuntimeException failed) {
      redis.ifPresent(RedisCache::close);
      store.close();
      throw failed;
    }
  }

  private int trim(Builder limits) {
    alerts.settle();
    store.trim(limits.retention);
    alerts.forgetReceipts(limits.retention.age());
    return query.forgetConversations(limits.clock.instant().minus(limits.ask.conversations()));
  }

  /**
   * Starts a platform that keeps its store and its uploads in a folder.
   *
   * @param dataDir the folder; made if it is not there
   * @return a builder
   */
  public static Builder builder(Path dataDir) {
    return new Builder(IngestConfig.builder(dataDir).datasets(CanonicalDatasets.all()), null);
  }

  /**
   * Opens the platform that a file describes.
   *
   * @param file a YAML file, see {@code docs/configuration.md}
   * @return the platform, not yet collecting
   * @throws dev.tributary.api.settings.ConfigurationException with every fault of the file
   */
  public static Tributary open(Path file) {
    return builder(TributaryConfig.read(file)).build();
  }

  /**
   * Starts the platform that a file describes.
   *
   * @param config the file as it was read
   * @return a builder with everything the file says
   * @throws dev.tributary.api.settings.ConfigurationException with every fault of the file
   */
  public static Builder builder(TributaryConfig config) {
    config.verify();
    Builder builder = new Builder(null, config.ingest());
    builder.store = config.store().orElseThrow();
    builder.retention = config.retention();
    builder.ask = config.ask();
    builder.hosted = config.model().orElse(null);
    builder.redis = config.redis();
    builder.alerts = config.alerts();
    builder.secrets = config.secrets();
    builder.connectors.clear();
    builder.connectors.addAll(config.connectors());
    return builder;
  }

  /** The kinds of sources that every platform reads. */
  static List<ConnectorFactory> standardConnectors() {
    return List.of(
        new CsvConnectorFactory(),
        new JsonConnectorFactory(),
        new ParquetConnectorFactory(),
        new JdbcConnectorFactory(),
        new RestConnectorFactory());
  }

  /** Begins to collect on its own: every source by its schedule. Starting again does nothing. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      scheduler.schedule(TRIM, WHOLE, TRIM_EVERY);
      ingest.start(scheduler);
      scheduler.start();
      alerts.start();
    }
  }

  @Override
  public DataCenters dataCenters() {
    return ingest.dataCenters();
  }

  @Override
  public Sources sources() {
    return ingest.sources();
  }

  @Override
  public Runs runs() {
    return ingest.runs();
  }

  @Override
  public Quarantine quarantine() {
    return ingest.quarantine();
  }

  @Override
  public Uploads uploads() {
    return ingest.uploads();
  }

  @Override
  public EventLog events() {
    return store.events();
  }

  @Override
  public QueryEngine query() {
    return query;
  }

  @Override
  public Alerting alerting() {
    return alerts;
  }

  @Override
  public StoreInspector store() {
    return store.inspector();
  }

  @Override
  public Optional<CacheProbe> cache() {
    return redis.map(RedisCache::probe);
  }

  /** Finishes the batches in hand, then closes everything. Closing again does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      ingest.stop();
      scheduler.close();
      ingest.close();
      if (hosted != null) {
        hosted.close();
      }
      alerts.close();
      redis.ifPresent(RedisCache::close);
      store.close();
    }
  }

  /** Collects what a platform consists of. Not thread-safe. */
  public static final class Builder {
    private final IngestConfig.@Nullable Builder collected;
    private final @Nullable IngestConfig declared;
    private final List<ConnectorFactory> connectors = new ArrayList<>(standardConnectors());
    private @Nullable StoreConfig store;
    private AskConfig ask = AskConfig.DEFAULT;
    private HostedModel.@Nullable Builder hosted;
    private @Nullable LanguageModel model;
    private EventRetention retention = EventRetention.of(TributaryConfig.EVENT_AGE);
    private Optional<RedisConfig> redis = Optional.empty();
    private AlertsConfig alerts = AlertsConfig.builder().build();
    private SecretResolver secrets = Secrets.of(System.getenv());
    private MeterRegistry registry = new SimpleMeterRegistry();
    private InstantSource clock = Clock.systemUTC();

    private Builder(IngestConfig.@Nullable Builder collected, @Nullable IngestConfig declared) {
      this.collected = collected;
      this.declared = declared;
    }

    /**
     * Adds a data center.
     *
     * @param id its id
     * @param name its name for people
     * @return this builder
     * @throws IllegalStateException if the platform is described by a file
     */
    public Builder dataCenter(String id, String name) {
      inCode().dataCenter(new DataCenterConfig(id, name));
      return this;
    }

    /**
     * Adds a source.
     *
     * @param source what to read, how, and where its rows go
     * @return this builder
     * @throws IllegalStateException if the platform is described by a file
     */
    public Builder source(SourceConfig source) {
      inCode().source(source);
      return this;
    }

    /**
     * Adds a dataset to {@code users}, {@code transactions} and {@code login_events}.
     *
     * @param dataset its columns and key
     * @return this builder
     * @throws IllegalStateException if the platform is described by a file
     */
    public Builder dataset(Dataset dataset) {
      inCode().datasets(List.of(dataset));
      return this;
    }

    /**
     * Adds folders that sources may read files from, besides the working folder.
     *
     * @param folders the folders
     * @return this builder
     * @throws IllegalStateException if the platform is described by a file
     */
    public Builder fileRoots(List<Path> folders) {
      inCode().fileRoots(folders);
      return this;
    }

    /**
     * Adds a kind of source to those that come with the platform.
     *
     * @param factory makes its connectors
     * @return this builder
     * @throws IllegalArgumentException if there is a kind of that name already
     */
    public Builder connector(ConnectorFactory factory) {
      connectors.stream()
          .filter(known -> known.kind().equals(factory.kind()))
          .findFirst()
          .ifPresent(known -> {
            throw new IllegalArgumentException(
                "two connectors of kind '%s': %s and %s"
                    .formatted(
                        factory.kind(), known.getClass().getName(), factory.getClass().getName()));
          });
      connectors.add(factory);
      return this;
    }

    /**
     * Sets where the central store is. Default: a SQLite file in the data folder.
     *
     * @param value the store
     * @return this builder
     */
    public Builder store(StoreConfig value) {
      this.store = value;
      return this;
    }

    /**
     * Sets how long events are kept. Default 30 days.
     *
     * @param value by age and by number
     * @return this builder
     */
    public Builder eventRetention(EventRetention value) {
      this.retention = value;
      return this;
    }

    /**
     * Sets a Redis or Valkey server to use beside the store. Default: none.
     *
     * @param value where it is
     * @return this builder
     */
    public Builder redis(RedisConfig value) {
      this.redis = Optional.of(value);
      return this;
    }

    /**
     * Sets what is watched and who is told. Default: the standard rules, and nobody to tell.
     *
     * @param value rules, channels and routes
     * @return this builder
     */
    public Builder alerts(AlertsConfig value) {
      this.alerts = value;
      return this;
    }

    /**
     * Sets what resolves references to secrets. Default: environment variables and files.
     *
     * @param value the resolver
     * @return this builder
     */
    public Builder secrets(SecretResolver value) {
      this.secrets = value;
      return this;
    }

    /**
     * Sets a language model that is asked first when somebody asks a question. Default: none, or
     * what the file says.
     *
     * @param value the model; whoever made it closes it
     * @return this builder
     */
    public Builder model(LanguageModel value) {
      this.model = value;
      return this;
    }

    /**
     * Sets where metrics go. Default: a registry that nobody reads.
     *
     * @param value the registry
     * @return this builder
     */
    public Builder meterRegistry(MeterRegistry value) {
      this.registry = value;
      return this;
    }

    /**
     * Sets the clock. Default: the system's.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(InstantSource value) {
      this.clock = value;
      return this;
    }

    /**
     * Opens the store and prepares every dataset and source.
     *
     * @return the platform, not yet collecting
     * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong with
     *     the sources
     * @throws dev.tributary.api.error.PlatformException if the store cannot be opened
     */
    public Tributary build() {
      return new Tributary(this);
    }

    private IngestConfig ingest() {
      return declared == null ? inCode().build() : declared;
    }

    private StoreConfig store(IngestConfig config) {
      return store == null ? StoreConfig.sqlite(config.dataDir().resolve("tributary.db")) : store;
    }

    private IngestConfig.Builder inCode() {
      if (collected == null) {
        throw new IllegalStateException(
            "the platform is described by a file; say it there instead of in code");
      }
      return collected;
    }
  }
}
