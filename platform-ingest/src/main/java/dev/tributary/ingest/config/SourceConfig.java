package dev.tributary.ingest.config;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A source to collect. Immutable. */
public final class SourceConfig {
  /** How often a source is read unless it says otherwise: every minute. */
  public static final Duration DEFAULT_EVERY = Duration.ofMinutes(1);

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final String id;
  private final String dataCenterId;
  private final String kind;
  private final String dataset;
  private final @Nullable String stream;
  private final ReadMode mode;
  private final boolean tombstones;
  private final Duration every;
  private final int batchRows;
  private final long batchBytes;
  private final FreshnessConfig freshness;
  private final SchemaChangePolicy schemaChanges;
  private final MappingConfig mapping;
  private final Map<String, Object> settings;

  private SourceConfig(Builder builder) {
    this.id = builder.id;
    this.dataCenterId = builder.dataCenterId;
    this.kind = builder.kind;
    this.dataset = builder.dataset;
    this.stream = builder.stream;
    this.mode = builder.mode;
    this.tombstones = builder.tombstones;
    this.every = builder.every;
    this.batchRows = builder.batchRows;
    this.batchBytes = builder.batchBytes;
    this.freshness =
        builder.freshness == null
            ? FreshnessConfig.derived(builder.every, null, null, null)
            : builder.freshness;
    this.schemaChanges = builder.schemaChanges;
    this.mapping = builder.mapping;
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(builder.settings));
  }

  /**
   * Starts a source.
   *
   * @param id lower case letters, digits, dashes, dots and underscores, at most 64
   * @param dataCenterId the data center it belongs to
   * @param kind the kind of its connector
   * @param dataset where its rows go
   * @return a builder
   */
  public static Builder builder(String id, String dataCenterId, String kind, String dataset) {
    return new Builder(id, dataCenterId, kind, dataset);
  }

  /**
   * Tells whether a text can be the id of a source or data center.
   *
   * @param id the text
   * @return true if so
   */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * The id.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * The data center it belongs to.
   *
   * @return the id of the data center
   */
  public String dataCenterId() {
    return dataCenterId;
  }

  /**
   * The kind of its connector.
   *
   * @return the kind
   */
  public String kind() {
    return kind;
  }

  /**
   * Where its rows go.
   *
   * @return the name of a dataset
   */
  public String dataset() {
    return dataset;
  }

  /**
   * What is read of it. Default the one stream it offers.
   *
   * @return the name of a stream, if one is chosen
   */
  public Optional<String> stream() {
    return Optional.ofNullable(stream);
  }

  /**
   * How it is read. Default {@link ReadMode#INCREMENTAL}.
   *
   * @return the mode
   */
  public ReadMode mode() {
    return mode;
  }

  /**
   * Whether rows that a complete full pass did not bring are marked as deleted. Default false.
   *
   * @return true if so
   */
  public boolean tombstones() {
    return tombstones;
  }

  /**
   * How often it is read. Default one minute.
   *
   * @return the time from the end of a run to the next one
   */
  public Duration every() {
    return every;
  }

  /**
   * The most rows of a batch. Default {@value ReadRequest#DEFAULT_ROWS}.
   *
   * @return the number of rows
   */
  public int batchRows() {
    return batchRows;
  }

  /**
   * Roughly the most bytes of a batch. Default 8 MiB.
   *
   * @return the number of bytes
   */
  public long batchBytes() {
    return batchBytes;
  }

  /**
   * When it counts as getting old. Default derived from {@link #every()}.
   *
   * @return the thresholds
   */
  public FreshnessConfig freshness() {
    return freshness;
  }

  /**
   * What to do when its columns or key change.
   *
   * @return the policy
   */
  public SchemaChangePolicy schemaChanges() {
    return schemaChanges;
  }

  /**
   * How its columns become the dataset's. Default by name.
   *
   * @return the mapping
   */
  public MappingConfig mapping() {
    return mapping;
  }

  /**
   * The connector's own settings. Default none.
   *
   * @return plain values, as a configuration file holds them, with secrets by reference
   */
  public Map<String, Object> settings() {
    return settings;
  }

  /** Collects what a source is. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String dataCenterId;
    private final String kind;
    private final String dataset;
    private @Nullable String stream;
    private ReadMode mode = ReadMode.INCREMENTAL;
    private boolean tombstones;
    private Duration every = DEFAULT_EVERY;
    private int batchRows = ReadRequest.DEFAULT_ROWS;
    private long batchBytes = ReadRequest.DEFAULT_BYTES;
    private @Nullable FreshnessConfig freshness;
    private SchemaChangePolicy schemaChanges = SchemaChangePolicy.ofDefaults();
    private MappingConfig mapping = MappingConfig.byName();
    private Map<String, Object> settings = Map.of();

    private Builder(String id, String dataCenterId, String kind, String dataset) {
      this.id = Objects.requireNonNull(id, "id");
      this.dataCenterId = Objects.requireNonNull(dataCenterId, "dataCenterId");
      this.kind = Objects.requireNonNull(kind, "kind");
      this.dataset = Objects.requireNonNull(dataset, "dataset");
    }

    /**
     * Chooses a stream. Default the one that the source offers.
     *
     * @param value its name
     * @return this builder
     */
    public Builder stream(String value) {
      this.stream = value;
      return this;
    }

    /**
     * Sets how it is read. Default {@link ReadMode#INCREMENTAL}.
     *
     * @param value the mode
     * @return this builder
     */
    public Builder mode(ReadMode value) {
      this.mode = value;
      return this;
    }

    /**
     * Sets whether rows that a complete full pass did not bring are marked as deleted. Default
     * false.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder tombstones(boolean value) {
      this.tombstones = value;
      return this;
    }

    /**
     * Sets how often it is read. Default one minute.
     *
     * @param value more than zero
     * @return this builder
     */
    public Builder every(Duration value) {
      this.every = value;
      return this;
    }

    /**
     * Sets the size of a batch. Default {@value ReadRequest#DEFAULT_ROWS} rows and 8 MiB.
     *
     * @param rows the most rows
     * @param bytes roughly the most bytes
     * @return this builder
     */
    public Builder batch(int rows, long bytes) {
      this.batchRows = rows;
      this.batchBytes = bytes;
      return this;
    }

    /**
     * Sets when it counts as getting old. Default derived from how often it is read.
     *
     * @param value the thresholds
     * @return this builder
     */
    public Builder freshness(FreshnessConfig value) {
      this.freshness = value;
      return this;
    }

    /**
     * Sets what to do when its columns or key change. Default evolve, ignore, ignore, pause.
     *
     * @param value the policy
     * @return this builder
     */
    public Builder schemaChanges(SchemaChangePolicy value) {
      this.schemaChanges = value;
      return this;
    }

    /**
     * Sets the mapping. Default by name.
     *
     * @param value the mapping
     * @return this builder
     */
    public Builder mapping(MappingConfig value) {
      this.mapping = value;
      return this;
    }

    /**
     * Sets the connector's own settings. Default none.
     *
     * @param values plain values, with secrets by reference
     * @return this builder
     */
    public Builder settings(Map<String, Object> values) {
      this.settings = values;
      return this;
    }

    /**
     * Makes the source.
     *
     * @return the source
     * @throws IllegalArgumentException if the id is none, or a number is not positive
     */
    public SourceConfig build() {
      require(isId(id), "its id needs lower case letters, digits, dashes, dots, underscores");
      require(every.isPositive(), "it must be read every so often, not every " + every);
      require(batchRows > 0 && batchBytes > 0, "its batches must not be empty");
      return new SourceConfig(this);
    }

    private void require(boolean holds, String problem) {
      if (!holds) {
        throw new IllegalArgumentException("source '" + id + "': " + problem);
      }
    }
  }
}
