package dev.tributary.nl2sql;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.nl2sql.internal.catalog.Limits;
import dev.tributary.nl2sql.internal.catalog.Survey;
import dev.tributary.nl2sql.internal.catalog.Tombstones;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at a database through JDBC and says what questions can be about: tables, columns, what
 * their values are like, keys, references both declared and inferred, and an index of stored texts.
 * Reads at most {@value Builder#PROFILE_ROWS} rows of a table. Thread-safe.
 */
public final class SchemaReader {
  private final Survey survey;
  private final InstantSource clock;

  private SchemaReader(Survey survey, InstantSource clock) {
    this.survey = survey;
    this.clock = clock;
  }

  /**
   * Starts a reader.
   *
   * @return a builder with the defaults
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Looks at the database.
   *
   * @param connection to it; only read from, and left open
   * @return what there is
   * @throws SQLException if the database refuses
   */
  public SchemaSnapshot read(Connection connection) throws SQLException {
    return new SchemaSnapshot(survey.of(connection, clock.instant()));
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    /** How many rows of a table are looked at. */
    public static final int PROFILE_ROWS = 200_000;

    private final Map<String, Dataset> datasets = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private InstantSource clock = InstantSource.system();
    private boolean declaredOnly;
    private Tombstones tombstones = Tombstones.NONE;

    private Builder() {}

    /**
     * Adds what is declared about tables: descriptions, synonyms, units.
     *
     * @param declared the datasets; a table is meant by the dataset of its name
     * @return this builder
     */
    public Builder datasets(List<Dataset> declared) {
      declared.forEach(set -> datasets.put(set.name().toLowerCase(Locale.ROOT), set));
      return this;
    }

    /**
     * Looks at nothing but what is declared: tables that are datasets, with the columns of the
     * dataset and the data center and source that a row is from.
     *
     * @return this builder
     */
    public Builder declaredOnly() {
      declaredOnly = true;
      return this;
    }

    /**
     * Keeps the values of a column out of profiles and out of the index of stored texts.
     *
     * @param table the table
     * @param column the column
     * @return this builder
     */
    public Builder hideValues(String table, String column) {
      hidden.add((table + "." + column).toLowerCase(Locale.ROOT));
      return this;
    }

    /**
     * Names tables that keep deleted rows. They do not count, and neither do their values. Default
     * none.
     *
     * @param tables the names of the tables
     * @param column the column that says when a row was deleted, null in those that are there
     * @return this builder
     */
    public Builder tombstones(Set<String> tables, String column) {
      tombstones =
          new Tombstones(
              tables.stream()
                  .map(table -> table.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toUnmodifiableSet()),
              column);
      return this;
    }

    /**
     * The clock that dates what is found; the system's by default.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /**
     * Makes the reader.
     *
     * @return the reader
     */
    public SchemaReader build() {
      Limits usual = Limits.USUAL;
      Limits limits =
          new Limits(
              PROFILE_ROWS,
              usual.values(),
              usual.valueLength(),
              usual.samples(),
              Set.copyOf(hidden),
              tombstones);
      return new SchemaReader(new Survey(limits, datasets, declaredOnly), clock);
    }
  }
}
