package dev.tributary.ingest.config;

import dev.tributary.api.dataset.Dataset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything collection is told. Immutable. */
public final class IngestConfig {
  private final Path dataDir;
  private final Path baseDir;
  private final List<Dataset> datasets;
  private final List<DataCenterConfig> dataCenters;
  private final List<SourceConfig> sources;
  private final List<Path> fileRoots;
  private final List<String> allowedHosts;
  private final Duration freshnessEvery;
  private final long maxUploadBytes;
  private final RetentionConfig retention;

  private IngestConfig(Builder builder) {
    this.dataDir = builder.dataDir.toAbsolutePath().normalize();
    this.baseDir = builder.baseDir.toAbsolutePath().normalize();
    this.datasets = List.copyOf(builder.datasets);
    this.dataCenters = List.copyOf(builder.dataCenters);
    this.sources = List.copyOf(builder.sources);
    this.fileRoots = List.copyOf(builder.fileRoots);
    this.allowedHosts = List.copyOf(builder.allowedHosts);
    this.freshnessEvery = builder.freshnessEvery;
    this.maxUploadBytes = builder.maxUploadBytes;
    this.retention = builder.retention;
  }

  /**
   * Starts a configuration.
   *
   * @param dataDir the folder where uploaded files are kept
   * @return a builder
   */
  public static Builder builder(Path dataDir) {
    return new Builder(dataDir);
  }

  /**
   * The folder where uploaded files are kept.
   *
   * @return an absolute path
   */
  public Path dataDir() {
    return dataDir;
  }

  /**
   * The folder that relative paths of sources start from, and that connectors may read. Default the
   * working folder.
   *
   * @return an absolute path
   */
  public Path baseDir() {
    return baseDir;
  }

  /**
   * The datasets that sources collect into.
   *
   * @return the declarations
   */
  public List<Dataset> datasets() {
    return datasets;
  }

  /**
   * Finds a declared dataset.
   *
   * @param name its name
   * @return the declaration, if there is one
   */
  public Optional<Dataset> dataset(String name) {
    return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /**
   * The data centers.
   *
   * @return the data centers
   */
  public List<DataCenterConfig> dataCenters() {
    return dataCenters;
  }

  /**
   * The sources.
   *
   * @return the sources
   */
  public List<SourceConfig> sources() {
    return sources;
  }

  /**
   * The datasets that keep rows, marked, which are gone from their source.
   *
   * @return their names
   */
  public Set<String> tombstoned() {
    return sources.stream()
        .filter(SourceConfig::tombstones)
        .map(SourceConfig::dataset)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Folders besides the base folder that connectors may read files below. Default none.
   *
   * @return paths
   */
  public List<Path> fileRoots() {
    return fileRoots;
  }

  /**
   * Hosts that connectors may talk to although a rule denies their address. Default none.
   *
   * @return names and addresses
   */
  public List<String> allowedHosts() {
    return allowedHosts;
  }

  /**
   * How often freshness is decided anew. Default 5 seconds.
   *
   * @return the interval
   */
  public Duration freshnessEvery() {
    return freshnessEvery;
  }

  /**
   * The largest file that may be uploaded. Default 1 GiB.
   *
   * @return the number of bytes
   */
  public long maxUploadBytes() {
    return maxUploadBytes;
  }

  /**
   * How long what is over is remembered. Default 30 days.
   *
   * @return the ages
   */
  public RetentionConfig retention() {
    return retention;
  }

  /** Collects a configuration. Not thread-safe. */
  public static final class Builder {
    private final Path dataDir;
    private Path baseDir = Path.of("");
    private final List<Dataset> datasets = new ArrayList<>();
    private final List<DataCenterConfig> dataCenters = new ArrayList<>();
    private final List<SourceConfig> sources = new ArrayList<>();
    private List<Path> fileRoots = List.of();
    private List<String> allowedHosts = List.of();
    private Duration freshnessEvery = Duration.ofSeconds(5);
    private long maxUploadBytes = 1L << 30;
    private RetentionConfig retention = RetentionConfig.DEFAULT;

    private Builder(Path dataDir) {
      this.dataDir = dataDir;
    }

    /**
     * Sets the folder that relative paths start from. Default the working folder.
     *
     * @param value the folder
     * @return this builder
     */
    public Builder baseDir(Path value) {
      this.baseDir = value;
      return this;
    }

    /**
     * Adds datasets.
     *
     * @param values the declarations
     * @return this builder
     */
    public Builder datasets(List<Dataset> values) {
      datasets.addAll(values);
      return this;
    }

    /**
     * Adds a data center.
     *
     * @param value the data center
     * @return this builder
     */
    public Builder dataCenter(DataCenterConfig value) {
      dataCenters.add(value);
      return this;
    }

    /**
     * Adds a source.
     *
     * @param value the source
     * @return this builder
     */
    public Builder source(SourceConfig value) {
      sources.add(value);
      return this;
    }

    /**
     * Sets folders that connectors may read files below. Default none besides the base folder.
     *
     * @param values the folders
     * @return this builder
     */
    public Builder fileRoots(List<Path> values) {
      this.fileRoots = values;
      return this;
    }

    /**
     * Sets hosts that are allowed although a rule denies their address. Default none.
     *
     * @param values names and addresses
     * @return this builder
     */
    public Builder allowedHosts(List<String> values) {
      this.allowedHosts = values;
      return this;
    }

    /**
     * Sets how often freshness is decided anew. Default 5 seconds.
     *
     * @param value the interval
     * @return this builder
     */
    public Builder freshnessEvery(Duration value) {
      this.freshnessEvery = value;
      return this;
    }

    /**
     * Sets the largest file that may be uploaded. Default 1 GiB.
     *
     * @param value the number of bytes
     * @return this builder
     */
    public Builder maxUploadBytes(long value) {
      this.maxUploadBytes = value;
      return this;
    }

    /**
     * Sets how long what is over is remembered. Default 30 days.
     *
     * @param value the ages
     * @return this builder
     */
    public Builder retention(RetentionConfig value) {
      this.retention = value;
      return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     */
    public IngestConfig build() {
      return new IngestConfig(this);
    }
  }
}
