package dev.tributary.embedded;

import dev.tributary.alerts.AlertsConfig;
import dev.tributary.alerts.WindowPlace;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import dev.tributary.channel.smtp.EmailChannelFactory;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.ConfigFile;
import dev.tributary.core.EventRetention;
import dev.tributary.core.Secrets;
import dev.tributary.core.StoreConfig;
import dev.tributary.core.StoreSettings;
import dev.tributary.embedded.internal.ask.AskConfig;
import dev.tributary.ingest.Ingest;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.langchain4j.HostedModel;
import dev.tributary.redis.RedisConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file as it was read. Whoever reads the section of a server does so before {@link
 * #verify()}, so that every fault of the file is reported at once.
 *
 * <p>Not thread-safe.
 */
public final class TributaryConfig {
  /** How long events are kept unless the file says otherwise: 30 days. */
  public static final Duration EVENT_AGE = Duration.ofDays(30);

  private final ConfigFile file;
  private final IngestConfig ingest;
  private final Optional<StoreConfig> store;
  private final EventRetention retention;
  private final Optional<RedisConfig> redis;
  private final Optional<HostedModel.Builder> model;
  private final AskConfig ask;
  private final AlertsConfig alerts;
  private final SecretResolver secrets;
  private final List<ConnectorFactory> connectors;

  private TributaryConfig(
      Path path,
      Map<String, String> environment,
      SecretResolver secrets,
      List<ConnectorFactory> connectors) {
    this.secrets = secrets;
    this.connectors = connectors;
    this.file = ConfigFile.read(path, environment, secrets);
    Settings root = file.settings();
    Path baseDir = path.toAbsolutePath().resolveSibling("");
    // A platform without a server leaves the section alone; whoever serves reads it in full.
    root.value("server");
    this.ingest = Ingest.configure(root, baseDir, CanonicalDatasets.all(), connectors);
    this.store = StoreSettings.read(root.section("store"), ingest.dataDir());
    this.retention = retention(root.section("events"));
    this.redis = RedisConfig.read(root.section("redis"));
    this.model = HostedModel.configure(root.section("model"));
    this.ask = AskConfig.read(root.section("ask"), root.section("retention"));
    this.alerts = AlertsConfig.from(root.section("alerts"), List.of(new EmailChannelFactory()));
    if (alerts.windows() == WindowPlace.REDIS && root.section("redis").keys().isEmpty()) {
      root.section("alerts")
          .note("windows", "is redis, but there is none", "add the section redis, or choose store");
    }
  }

  /**
   * Reads a file, with the environment's overrides and secrets, for the connectors that come with
   * the platform.
   *
   * @param file a YAML file
   * @return what was read
   * @throws ConfigurationException if the file cannot be read as YAML
   */
  public static TributaryConfig read(Path file) {
    return read(file, System.getenv(), List.of());
  }

  /**
   * Reads a file.
   *
   * @param file a YAML file
   * @param environment overrides such as {@code TRIBUTARY_STORE_HOST}, and the values that secrets
   *     refer to
   * @param connectors connectors beyond those that come with the platform
   * @return what was read
   * @throws ConfigurationException if the file cannot be read as YAML
   */
  public static TributaryConfig read(
      Path file, Map<String, String> environment, List<ConnectorFactory> connectors) {
    List<ConnectorFactory> all = new ArrayList<>(Tributary.standardConnectors());
    all.addAll(connectors);
    return new TributaryConfig(file, environment, Secrets.of(environment), List.copyOf(all));
  }

  /**
   * The section that a server adapter reads. Its keys count as unknown until they are read, once
   * this was called.
   *
   * @return the section, empty if there is none
   */
  public Settings server() {
    return file.settings().section("server");
  }

  /**
   * Reports what is wrong with the file.
   *
   * @throws ConfigurationException with every fault of the file and its line, if there is any
   */
  public void verify() {
    List<Fault> faults = new ArrayList<>(file.settings().faults());
    faults.addAll(Ingest.check(ingest, connectors, secrets));
    faults = file.locate(faults);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }

  /**
   * What the file says of collection.
   *
   * @return data centers, sources and datasets
   */
  public IngestConfig ingest() {
    return ingest;
  }

  /**
   * What the file says of the central store.
   *
   * @return where the store is, unless what the file says of it is wrong
   */
  public Optional<StoreConfig> store() {
    return store;
  }

  AlertsConfig alerts() {
    return alerts;
  }

  EventRetention retention() {
    return retention;
  }

  Optional<HostedModel.Builder> model() {
    return model;
  }

  AskConfig ask() {
    return ask;
  }

  Optional<RedisConfig> redis() {
    return redis;
  }

  SecretResolver secrets() {
    return secrets;
  }

  List<ConnectorFactory> connectors() {
    return connectors;
  }

  private static EventRetention retention(Settings events) {
    return new EventRetention(
        events.duration("retention", EVENT_AGE),
        events.integer("keep", Long.MAX_VALUE, 1, Long.MAX_VALUE));
  }
}
