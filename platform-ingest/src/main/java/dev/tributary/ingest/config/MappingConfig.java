package dev.tributary.ingest.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the columns of a source become the columns of a dataset. A column without a rule takes the
 * source's column of the same name, unless unmapped columns are ignored.
 *
 * @param fields the rule of each dataset column that has one, in order
 * @param matchUnmapped whether columns without a rule are matched by name, ignoring case and
 *     separators
 */
public record MappingConfig(Map<String, FieldMapping> fields, boolean matchUnmapped) {
  /** Copies the rules and keeps their order. */
  public MappingConfig {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A mapping without rules: every column by its name.
   *
   * @return the mapping
   */
  public static MappingConfig byName() {
    return new MappingConfig(Map.of(), true);
  }

  /**
   * Starts a mapping.
   *
   * @return a builder that matches unmapped columns by name
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects rules. Not thread-safe. */
  public static final class Builder {
    private final Map<String, FieldMapping> fields = new LinkedHashMap<>();
    private boolean matchUnmapped = true;

    private Builder() {}

    /**
     * Adds a rule.
     *
     * @param column the dataset's column
     * @param field how its value comes about
     * @return this builder
     */
    public Builder field(String column, FieldMapping field) {
      fields.put(Objects.requireNonNull(column, "column"), field);
      return this;
    }

    /**
     * Sets whether columns without a rule are matched by name. Default true.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder matchUnmapped(boolean value) {
      this.matchUnmapped = value;
      return this;
    }

    /**
     * Makes the mapping.
     *
     * @return the mapping
     */
    public MappingConfig build() {
      return new MappingConfig(fields, matchUnmapped);
    }
  }
}
