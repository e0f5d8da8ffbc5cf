package dev.tributary.api.dataset;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A column of a dataset. Immutable. */
public final class Column {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final String name;
  private final ColumnType type;
  private final boolean required;
  private final boolean indexed;
  private final String description;
  private final String unit;
  private final List<String> synonyms;

  private Column(Builder builder) {
    this.name = builder.name;
    this.type = builder.type;
    this.required = builder.required;
    this.indexed = builder.indexed;
    this.description = builder.description;
    this.unit = builder.unit;
    this.synonyms = List.copyOf(builder.synonyms);
  }

  /**
   * Makes a column with nothing but a name and a type.
   *
   * @param name lower case letters, digits and underscores, at most 63, beginning with a letter
   * @param type the type of its values
   * @return the column
   */
  public static Column of(String name, ColumnType type) {
    return builder(name, type).build();
  }

  /**
   * Starts a column.
   *
   * @param name lower case letters, digits and underscores, at most 63, beginning with a letter
   * @param type the type of its values
   * @return a builder
   */
  public static Builder builder(String name, ColumnType type) {
    return new Builder(name, type);
  }

  /**
   * The name, which is also the name in the table.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The type of the values.
   *
   * @return the type
   */
  public ColumnType type() {
    return type;
  }

  /**
   * Whether every row must have a value here. Default false.
   *
   * @return true if a row without one goes to quarantine
   */
  public boolean required() {
    return required;
  }

  /**
   * Whether questions often filter or group by it. Default false.
   *
   * @return true if the table has an index on it
   */
  public boolean indexed() {
    return indexed;
  }

  /**
   * What the column means, in a sentence. Default empty.
   *
   * @return the description
   */
  public String description() {
    return description;
  }

  /**
   * The unit of the values, such as {@code EUR} or {@code ms}. Default empty.
   *
   * @return the unit
   */
  public String unit() {
    return unit;
  }

  /**
   * Other words people use for it. Default none.
   *
   * @return the synonyms
   */
  public List<String> synonyms() {
    return synonyms;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column that
        && name.equals(that.name)
        && type == that.type
        && required == that.required
        && indexed == that.indexed
        && description.equals(that.description)
        && unit.equals(that.unit)
        && synonyms.equals(that.synonyms);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type);
  }

  @Override
  public String toString() {
    return name + " " + type + (required ? " required" : "");
  }

  /** Collects what a column is. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final ColumnType type;
    private boolean required;
    private boolean indexed;
    private String description = "";
    private String unit = "";
    private List<String> synonyms = List.of();

    private Builder(String name, ColumnType type) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "column name '" + name + "': use lower case letters, digits and underscores");
      }
      this.name = name;
      this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Sets whether every row must have a value. Default false.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder required(boolean value) {
      this.required = value;
      return this;
    }

    /**
     * Sets whether the table has an index on it. Default false.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder indexed(boolean value) {
      this.indexed = value;
      return this;
    }

    /**
     * Sets what it means. Default empty.
     *
     * @param value a sentence
     * @return this builder
     */
    public Builder description(String value) {
      this.description = value;
      return this;
    }

    /**
     * Sets the unit. Default empty.
     *
     * @param value such as {@code EUR}
     * @return this builder
     */
    public Builder unit(String value) {
      this.unit = value;
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
     * Makes the column.
     *
     * @return the column
     */
    public Column build() {
      return new Column(this);
    }
  }
}
