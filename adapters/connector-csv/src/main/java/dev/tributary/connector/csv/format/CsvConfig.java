package dev.tributary.connector.csv.format;

import dev.tributary.api.error.PlatformException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is declared about files, and what to do with damaged rows. Whatever is not declared is
 * detected. Immutable.
 */
public final class CsvConfig {
  /** Longest record by default, in bytes: 16 MiB. */
  public static final int DEFAULT_MAX_RECORD_BYTES = 16 * 1024 * 1024;

  private static final CsvConfig DEFAULTS = builder().build();

  private final @Nullable Charset charset;
  private final @Nullable String delimiter;
  private final @Nullable Character quote;
  private final @Nullable Character escape;
  private final Header header;
  private final List<String> columns;
  private final Damage damage;
  private final int maxRecordBytes;

  private CsvConfig(Builder builder) {
    this.charset = builder.charset;
    this.delimiter = builder.delimiter;
    this.quote = builder.quote;
    this.escape = builder.escape;
    this.header = builder.header;
    this.columns = builder.columns;
    this.damage = builder.damage;
    this.maxRecordBytes = builder.maxRecordBytes;
  }

  /** Whether the first row of the table holds names. */
  public enum Header {
    /** Find out. */
    DETECT,
    /** It does. */
    PRESENT,
    /** It is data. */
    ABSENT
  }

  /** What happens to a damaged row. */
  public enum Damage {
    /** It is read as well as possible and marked, and rejected only where nothing can be read. */
    REPAIR,
    /** It is rejected. */
    REJECT
  }

  /**
   * Everything detected, damaged rows repaired.
   *
   * @return the defaults
   */
  public static CsvConfig ofDefaults() {
    return DEFAULTS;
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder, not thread-safe
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The declared encoding.
   *
   * @return the charset, or null to detect it
   */
  public @Nullable Charset charset() {
    return charset;
  }

  /**
   * The declared delimiter.
   *
   * @return one or more characters, or null to detect it
   */
  public @Nullable String delimiter() {
    return delimiter;
  }

  /**
   * The declared quote.
   *
   * @return the character, {@link CsvDialect#NONE} for unquoted files, or null to detect it
   */
  public @Nullable Character quote() {
    return quote;
  }

  /**
   * The declared escape character.
   *
   * @return the character, {@link CsvDialect#NONE} for doubling, or null to detect it
   */
  public @Nullable Character escape() {
    return escape;
  }

  /**
   * Whether the table begins with names.
   *
   * @return the declaration
   */
  public Header header() {
    return header;
  }

  /**
   * The columns that the file must have.
   *
   * @return the names in order, empty where nothing is declared
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * What happens to damaged rows.
   *
   * @return the policy
   */
  public Damage damage() {
    return damage;
  }

  /**
   * The longest record.
   *
   * @return the limit in bytes
   */
  public int maxRecordBytes() {
    return maxRecordBytes;
  }

  /** Collects declarations; not thread-safe. */
  public static final class Builder {
    private @Nullable Charset charset;
    private @Nullable String delimiter;
    private @Nullable Character quote;
    private @Nullable Character escape;
    private Header header = Header.DETECT;
    private List<String> columns = List.of();
    private Damage damage = Damage.REPAIR;
    private int maxRecordBytes = DEFAULT_MAX_RECORD_BYTES;

    private Builder() {}

    /**
     * Declares the encoding. Default: detected.
     *
     * @param declared the charset
     * @return this builder
     */
    public Builder charset(Charset declared) {
      this.charset = Objects.requireNonNull(declared, "charset");
      return this;
    }

    /**
     * Declares the delimiter. Default: detected.
     *
     * @param declared one or more characters, no line end
     * @return this builder
     */
    public Builder delimiter(String declared) {
      this.delimiter = Objects.requireNonNull(declared, "delimiter");
      return this;
    }

    /**
     * Declares the quote character. Default: detected.
     *
     * @param declared the character, or {@link CsvDialect#NONE} where nothing is quoted
     * @return this builder
     */
    public Builder quote(char declared) {
      this.quote = declared;
      return this;
    }

    /**
     * Declares the escape character. Default: detected.
     *
     * @param declared the character, or {@link CsvDialect#NONE} where quotes are doubled
     * @return this builder
     */
    public Builder escape(char declared) {
      this.escape = declared;
      return this;
    }

    /**
     * Declares whether there is a header. Default: {@link Header#DETECT}.
     *
     * @param declared the declaration
     * @return this builder
     */
    public Builder header(Header declared) {
      this.header = Objects.requireNonNull(declared, "header");
      return this;
    }

    /**
     * Declares the columns. A file whose header differs is refused; a file without a header takes
     * its names from here. Default: whatever the file has.
     *
     * @param declared the names in order
     * @return this builder
     */
    public Builder columns(List<String> declared) {
      this.columns = List.copyOf(declared);
      return this;
    }

    /**
     * Says what happens to damaged rows. Default: {@link Damage#REPAIR}.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder damage(Damage policy) {
      this.damage = Objects.requireNonNull(policy, "damage");
      return this;
    }

    /**
     * Limits the length of one record; longer ones are rejected and skipped. Default: {@value
     * CsvConfig#DEFAULT_MAX_RECORD_BYTES}.
     *
     * @param bytes the limit, from 1,024 up to 1 GiB
     * @return this builder
     */
    public Builder maxRecordBytes(int bytes) {
      this.maxRecordBytes = bytes;
      return this;
    }

    /**
     * Checks the declarations.
     *
     * @return the settings
     * @throws PlatformException with {@link CsvError#CSV_SETTING_INVALID} when one is unusable
     */
    public CsvConfig build() {
      if (maxRecordBytes < 1024 || maxRecordBytes > 1 << 30) {
        throw invalid("the longest record is 1,024 bytes to 1 GiB, not " + maxRecordBytes);
      }
      if (delimiter != null) {
        try {
          CsvDialect.requireUsable(delimiter, quote == null ? CsvDialect.NONE : quote);
        } catch (IllegalArgumentException e) {
          throw invalid(e.getMessage());
        }
      }
      return new CsvConfig(this);
    }

    private static PlatformException invalid(@Nullable String why) {
      return new PlatformException(CsvError.CSV_SETTING_INVALID, "CSV settings: " + why);
    }
  }
}
