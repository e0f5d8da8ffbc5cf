package dev.tributary.ingest.config;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the value of one dataset column comes about. The steps run in this order: origin, lookup,
 * reading as number or time, unit or scale, cast to the column's type, default, required check.
 * Immutable.
 */
public final class FieldMapping {
  private final Origin origin;
  private final Map<String, String> lookup;
  private final LookupFallback otherwise;
  private final char decimal;
  private final @Nullable Character grouping;
  private final @Nullable BigDecimal scale;
  private final @Nullable UnitPair unit;
  private final List<String> formats;
  private final @Nullable ZoneId zone;
  private final Locale locale;
  private final BooleanWords words;
  private final @Nullable Object fallback;
  private final boolean required;

  private FieldMapping(Builder builder) {
    this.origin = builder.origin;
    this.lookup = Map.copyOf(builder.lookup);
    this.otherwise = builder.otherwise;
    this.decimal = builder.decimal;
    this.grouping = builder.grouping;
    this.scale = builder.scale;
    this.unit = builder.unit;
    this.formats = List.copyOf(builder.formats);
    this.zone = builder.zone;
    this.locale = builder.locale;
    this.words = builder.words;
    this.fallback = builder.fallback;
    this.required = builder.required;
  }

  /**
   * A pair of units.
   *
   * @param from the unit of the source's values
   * @param to the unit of the dataset's values
   */
  public record UnitPair(String from, String to) {}

  /**
   * Words for truth values besides true, false, yes, no, y, n, t, f, on, off, 1 and 0; case is
   * ignored.
   *
   * @param trueWords words that mean true
   * @param falseWords words that mean false
   */
  public record BooleanWords(List<String> trueWords, List<String> falseWords) {
    /** Copies the words. */
    public BooleanWords {
      trueWords = List.copyOf(trueWords);
      falseWords = List.copyOf(falseWords);
    }
  }

  /**
   * Starts a rule.
   *
   * @return a builder for a plain copy of the column of the same name
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A plain copy of a source's column.
   *
   * @param column its name there
   * @return the rule
   */
  public static FieldMapping from(String column) {
    return builder().from(column).build();
  }

  /**
   * Where the value comes from. Default the column of the same name.
   *
   * @return the origin
   */
  public Origin origin() {
    return origin;
  }

  /**
   * Values to replace, by their text. Default none.
   *
   * @return replacement by text; empty if values are not looked up
   */
  public Map<String, String> lookup() {
    return lookup;
  }

  /**
   * What becomes of a value that the lookup does not hold. Default {@link LookupFallback#REJECT}.
   *
   * @return the rule
   */
  public LookupFallback otherwise() {
    return otherwise;
  }

  /**
   * The decimal separator of numbers written as text. Default a point.
   *
   * @return a point or a comma
   */
  public char decimal() {
    return decimal;
  }

  /**
   * The separator of thousands. Default none, so that a number with one is refused.
   *
   * @return the separator, if there is one
   */
  public Optional<Character> grouping() {
    return Optional.ofNullable(grouping);
  }

  /**
   * A factor for numbers. Default none.
   *
   * @return the factor, if there is one
   */
  public Optional<BigDecimal> scale() {
    return Optional.ofNullable(scale);
  }

  /**
   * Units to convert between. Default none.
   *
   * @return the units, if there are any
   */
  public Optional<UnitPair> unit() {
    return Optional.ofNullable(unit);
  }

  /**
   * Patterns of dates and times written as text, tried in order. Default none, meaning ISO-8601.
   *
   * @return patterns of {@link java.time.format.DateTimeFormatter}, or epoch_seconds, epoch_millis,
   *     epoch_micros
   */
  public List<String> formats() {
    return formats;
  }

  /**
   * The time zone of times that name none. Default UTC.
   *
   * @return the zone, if it is declared
   */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zone);
  }

  /**
   * The language of month and day names. Default English.
   *
   * @return the locale
   */
  public Locale locale() {
    return locale;
  }

  /**
   * Further words for truth values. Default none.
   *
   * @return the words
   */
  public BooleanWords words() {
    return words;
  }

  /**
   * The value where the source has none. Default none.
   *
   * @return a text, number or truth value, if there is one
   */
  public Optional<Object> fallback() {
    return Optional.ofNullable(fallback);
  }

  /**
   * Whether a row without a value goes to quarantine, though the dataset does not ask for one.
   * Default false.
   *
   * @return true if so
   */
  public boolean required() {
    return required;
  }

  /** Collects what a rule says. Not thread-safe. */
  public static final class Builder {
    private Origin origin = new Origin.SameName();
    private Map<String, String> lookup = Map.of();
    private LookupFallback otherwise = LookupFallback.REJECT;
    private char decimal = '.';
    private @Nullable Character grouping;
    private @Nullable BigDecimal scale;
    private @Nullable UnitPair unit;
    private List<String> formats = List.of();
    private @Nullable ZoneId zone;
    private Locale locale = Locale.ENGLISH;
    private BooleanWords words = new BooleanWords(List.of(), List.of());
    private @Nullable Object fallback;
    private boolean required;

    private Builder() {}

    /**
     * Takes the value from a column of the source.
     *
     * @param column its name there
     * @return this builder
     */
    public Builder from(String column) {
      return origin(new Origin.FromColumn(column));
    }

    /**
     * Sets where the value comes from.
     *
     * @param value the origin
     * @return this builder
     */
    public Builder origin(Origin value) {
      this.origin = Objects.requireNonNull(value, "origin");
      return this;
    }

    /**
     * Sets values to replace.
     *
     * @param replacements replacement by text
     * @param fallbackRule what becomes of other values
     * @return this builder
     */
    public Builder lookup(Map<String, String> replacements, LookupFallback fallbackRule) {
      this.lookup = new LinkedHashMap<>(replacements);
      this.otherwise = fallbackRule;
      return this;
    }

    /**
     * Sets the decimal separator. Default a point.
     *
     * @param value a point or a comma
     * @return this builder
     */
    public Builder decimal(char value) {
      this.decimal = value;
      return this;
    }

    /**
     * Sets the separator of thousands. Default none.
     *
     * @param value such as a point, a comma, a space or an apostrophe
     * @return this builder
     */
    public Builder grouping(char value) {
      this.grouping = value;
      return this;
    }

    /**
     * Sets a factor for numbers. Default none.
     *
     * @param value the factor
     * @return this builder
     */
    public Builder scale(BigDecimal value) {
      this.scale = value;
      return this;
    }

    /**
     * Sets units to convert between. Default none.
     *
     * @param from the unit of the source's values
     * @param to the unit of the dataset's values
     * @return this builder
     */
    public Builder unit(String from, String to) {
      this.unit = new UnitPair(from, to);
      return this;
    }

    /**
     * Sets patterns of dates and times, tried in order. Default ISO-8601.
     *
     * @param values the patterns
     * @return this builder
     */
    public Builder formats(List<String> values) {
      this.formats = values;
      return this;
    }

    /**
     * Sets the time zone of times that name none. Default UTC.
     *
     * @param value the zone
     * @return this builder
     */
    public Builder zone(ZoneId value) {
      this.zone = value;
      return this;
    }

    /**
     * Sets the language of month and day names. Default English.
     *
     * @param value the locale
     * @return this builder
     */
    public Builder locale(Locale value) {
      this.locale = value;
      return this;
    }

    /**
     * Sets further words for truth values. Default none.
     *
     * @param trueWords words that mean true
     * @param falseWords words that mean false
     * @return this builder
     */
    public Builder words(List<String> trueWords, List<String> falseWords) {
      this.words = new BooleanWords(trueWords, falseWords);
      return this;
    }

    /**
     * Sets the value where the source has none. Default none.
     *
     * @param value a text, number or truth value
     * @return this builder
     */
    public Builder fallback(Object value) {
      this.fallback = value;
      return this;
    }

    /**
     * Sets whether a row without a value goes to quarantine. Default false.
     *
     * @param value true if so
     * @return this builder
     */
    public Builder required(boolean value) {
      this.required = value;
      return this;
    }

    /**
     * Makes the rule. Whether it fits a dataset is checked with the rest of the configuration.
     *
     * @return the rule
     */
    public FieldMapping build() {
      return new FieldMapping(this);
    }
  }
}
