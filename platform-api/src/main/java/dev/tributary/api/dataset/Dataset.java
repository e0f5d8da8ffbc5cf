package dev.tributary.api.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A logical table of the central store. Rows of many sources share it; a row is identified by its
 * source and the dataset's key. Immutable.
 */
public final class Dataset {
  /** Columns that every dataset's table has besides its own, filled in by the platform. */
  public static final List<Column> LINEAGE =
      List.of(
          Column.builder("source_id", ColumnType.TEXT)
              .required(true)
              .description("The source the row was read from.")
              .build(),
          Column.builder("data_center_id", ColumnType.TEXT)
              .required(true)
              .indexed(true)
              .description("The data center that the source belongs to.")
              .build(),
          Column.builder("run_id", ColumnType.TEXT)
              .required(true)
              .description("The ingestion run that last changed the row.")
              .build(),
          Column.builder("ingested_at", ColumnType.TIMESTAMP)
              .required(true)
              .description("When the row was first seen.")
              .build(),
          Column.builder("changed_at", ColumnType.TIMESTAMP)
              .required(true)
              .description("When the row last changed.")
              .build(),
          Column.builder("deleted_at", ColumnType.TIMESTAMP)
              .description(
                  "When the row was found to be gone from its source; empty while it is there.")
              .build());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  private final String name;
  private final List<Column> columns;
  private final List<String> key;
  private final @Nullable String eventTime;
  private final String description;
  private final List<String> synonyms;

  private Dataset(Builder builder) {
    this.name = builder.name;
    this.columns = List.copyOf(builder.columns);
    this.key = List.copyOf(builder.key);
    this.eventTime = builder.eventTime;
    this.description = builder.description;
    this.synonyms = List.copyOf(builder.synonyms);
  }

  /**
   * Starts a dataset.
   *
   * @param name lower case letters, digits and underscores, at most 48, beginning with a letter;
   *     also the name of the table
   * @return a builder
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The name, which is also the name of the table.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The columns, without the lineage columns.
   *
   * @return at least one column, in order
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * Finds a column.
   *
   * @param columnName its name
   * @return the column, if there is one of that name
   */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /**
   * The columns that tell a source's rows apart.
   *
   * @return at least one name
   */
  public List<String> key() {
    return key;
  }

  /**
   * The column that says when the thing in the row happened.
   *
   * @return the name of a {@link ColumnType#TIMESTAMP} column, if there is one
   */
  public Optional<String> eventTime() {
    return Optional.ofNullable(eventTime);
  }

  /**
   * What a row is, in a sentence. Default empty.
   *
   * @return the description
   */
  public String description() {
    return description;
  }

  /**
   * Other words people use for it. Default none.
   *
   * @return the synonyms
   */
  public List<String> synonyms() {
    return synonyms;
  }

  /**
   * The same dataset with further columns at the end.
   *
   * @param added the columns to add
   * @return a new dataset
   */
  public Dataset plus(List<Column> added) {
    Builder builder = builder(name).description(description).synonyms(synonyms).key(key);
    List<Column> all = new ArrayList<>(columns);
    all.addAll(added);
    builder.columns(all);
    if (eventTime != null) {
      builder.eventTime(eventTime);
    }
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dataset that
        && name.equals(that.name)
        && columns.equals(that.columns)
        && key.equals(that.key)
        && Objects.equals(eventTime, that.eventTime)
        && description.equals(that.description)
        && synonyms.equals(that.synonyms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, columns, key);
  }

  @Override
  public String toString() {
    return name + columns;
  }

  /** Collects what a dataset is. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private List<String> key = List.of();
    private @Nullable String eventTime;
    private String description = "";
    private List<String> synonyms = List.of();

    private Builder(String name) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "dataset name '" + name + "': use lower case letters, digits and underscores");
      }
      this.name = name;
    }

    /**
     * Adds a column.
     *
     * @param column the column
     * @return this builder
     */
    public Builder column(Column column) {
      columns.add(column);
      return this;
    }

    /**
     * Adds columns.
     *
     * @param added the columns
     * @return this builder
     */
    public Builder columns(List<Column> added) {
      columns.addAll(added);
      return this;
    }

    /**
     * Sets the columns that tell a source's rows apart.
     *
     * @param names at least one of the columns
     * @return this builder
     */
    public Builder key(List<String> names) {
      this.key = names;
      return this;
    }

    /**
     * Sets the column that says when the thing in the row happened. Default none.
     *
     * @param columnName a {@link ColumnType#TIMESTAMP} column
     * @return this builder
     */
    public Builder eventTime(String columnName) {
      this.eventTime = columnName;
      return this;
    }

    /**
     * Sets what a row is. Default empty.
     *
     * @param value a sentence
     * @return this builder
     */
    public Builder description(String value) {
      this.description = value;
      return this;
    }

    /**
     * Sets other words for it. Default none.
     *
     * @param values the synonyms
     * @return this builder
     */
    public Builder synonyms(List<String> values) {
      this.synonyms = values;
      return this;
    }

    /**
     * Makes the dataset.
     *
     * @return the dataset
     * @throws IllegalArgumentException if there is no column or no key, a name stands twice or
     *     clashes with a lineage column, or the key or event time names no fitting column
     */
    public Dataset build() {
      Set<String> names = new HashSet<>();
      LINEAGE.forEach(column -> names.add(column.name()));
      for (Column column : columns) {
        require(names.add(column.name()), "has column '" + column.name() + "' twice or reserved");
      }
      require(!columns.isEmpty(), "has no columns");
      require(!key.isEmpty(), "has no key");
      key.forEach(column -> require(typeOf(column) != null, "has no key column '" + column + "'"));
      require(
          eventTime == null || typeOf(eventTime) == ColumnType.TIMESTAMP,
          "needs a timestamp column as event time, not '" + eventTime + "'");
      return new Dataset(this);
    }

    private @Nullable ColumnType typeOf(String columnName) {
      return columns.stream()
          .filter(column -> column.name().equals(columnName))
          .map(Column::type)
          .findFirst()
          .orElse(null);
    }

    private void require(boolean holds, String problem) {
      if (!holds) {
        throw new IllegalArgumentException("dataset '" + name + "' " + problem);
      }
    }
  }
}
