package dev.tributary.ingest.internal.source;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens connectors and lends them what they need. Thread-safe. */
public final class ConnectorHouse {
  private final Map<String, ConnectorFactory> factories = new LinkedHashMap<>();
  private final SecretResolver secrets;
  private final InstantSource clock;
  private final FileRoots roots;
  private final HostPolicy hosts;

  /**
   * Makes it.
   *
   * @param config says which files and hosts are allowed
   * @param factories the kinds of sources
   * @param secrets resolves references to secrets
   * @param clock tells the time
   */
  public ConnectorHouse(
      IngestConfig config,
      List<ConnectorFactory> factories,
      SecretResolver secrets,
      InstantSource clock) {
    factories.forEach(factory -> this.factories.put(factory.kind(), factory));
    this.secrets = secrets;
    this.clock = clock;
    List<Path> others =
        Stream.concat(config.fileRoots().stream(), Stream.of(config.dataDir().resolve("uploads")))
            .toList();
    this.roots = new FileRoots(config.baseDir(), others);
    this.hosts = new HostPolicy(config.allowedHosts());
  }

  /**
   * Opens a connector for a source.
   *
   * @param source the source
   * @param kind the kind of connector, usually the source's
   * @param settings the connector's settings
   * @return the connector
   * @throws ConfigurationException with everything that is wrong with the settings
   */
  public SourceConnector open(SourceConfig source, String kind, Map<String, Object> settings) {
    ConnectorFactory factory = factories.get(kind);
    if (factory == null) {
      throw new PlatformException(
          PlatformError.INVALID_CONFIGURATION,
          "source '%s': there is no connector of kind '%s'; use one of %s"
              .formatted(source.id(), kind, factories.keySet()));
    }
    Settings section = Settings.of("source " + source.id() + ": settings", settings, secrets);
    return factory.open(new LentContext(source.id(), section));
  }

  /**
   * Tries the settings of sources without touching anything outside the process. Sources of an
   * unknown kind are passed over: reading the configuration has found them.
   *
   * @param sources the sources
   * @return what is wrong with them
   */
  public List<Fault> check(List<SourceConfig> sources) {
    List<Fault> faults = new ArrayList<>();
    for (SourceConfig source : sources) {
      if (!factories.containsKey(source.kind())) {
        continue;
      }
      try {
        open(source, source.kind(), source.settings()).close();
      } catch (ConfigurationException invalid) {
        faults.addAll(invalid.faults());
      } catch (PlatformException invalid) {
        faults.add(
            new Fault("source " + source.id(), String.valueOf(invalid.getMessage()), "correct it"));
      }
    }
    return faults;
  }

  /**
   * Settings for reading uploaded files.
   *
   * @param kind the kind of source
   * @param settings the source's settings
   * @param folder the folder with the file
   * @return the settings; empty if the kind does not read files
   */
  public Optional<Map<String, Object>> forFolder(
      String kind, Map<String, Object> settings, Path folder) {
    ConnectorFactory factory = factories.get(kind);
    return factory == null ? Optional.empty() : factory.forFolder(settings, folder.toString());
  }

  /**
   * The first kind of source that reads files, CSV before others.
   *
   * @param folder any folder
   * @return the kind, if there is one
   */
  public Optional<String> fileKind(Path folder) {
    return Stream.concat(Stream.of("csv"), factories.keySet().stream())
        .filter(kind -> forFolder(kind, Map.of(), folder).isPresent())
        .findFirst();
  }

  /** What is lent to one connector. */
  private final class LentContext implements ConnectorContext {
    private final String sourceId;
    private final Settings settings;

    LentContext(String sourceId, Settings settings) {
      this.sourceId = sourceId;
      this.settings = settings;
    }

    @Override
    public String sourceId() {
      return sourceId;
    }

    @Override
    public Settings settings() {
      return settings;
    }

    @Override
    public InstantSource clock() {
      return clock;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
      Thread.sleep(duration);
    }

    @Override
    public Path file(String path) {
      return roots.resolve(path);
    }

    @Override
    public void requireAllowed(String host) {
      hosts.require(host);
    }
  }
}
