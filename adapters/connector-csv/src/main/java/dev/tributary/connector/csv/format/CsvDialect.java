package dev.tributary.connector.csv.format;

import java.util.Objects;

/**
 * How records are written: what separates fields, what quotes them, what escapes a quote.
 *
 * @param delimiter one or more characters between two fields; never empty
 * @param quote the quote character, or {@link #NONE} where fields are never quoted
 * @param escape the character that makes the next one literal, or {@link #NONE} where a quote
 *     inside a quoted field is doubled; a doubled quote is understood in both cases
 */
public record CsvDialect(String delimiter, char quote, char escape) {
  /** Stands for no quote or no escape character. */
  public static final char NONE = '\0';

  /** Stands, as a delimiter, for any number of blanks between columns that are aligned by them. */
  public static final String ALIGNED = "  ";

  /** RFC 4180: comma, double quotes, doubled quotes. */
  public static final CsvDialect RFC_4180 = new CsvDialect(",", '"', NONE);

  /** Checks that the delimiter is usable and differs from the quote. */
  public CsvDialect {
    requireUsable(Objects.requireNonNull(delimiter, "delimiter"), quote);
  }

  static void requireUsable(String delimiter, char quote) {
    if (delimiter.isEmpty() || delimiter.indexOf('\n') >= 0 || delimiter.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a delimiter has at least one character, no line end");
    }
    if (quote != NONE && delimiter.indexOf(quote) >= 0) {
      throw new IllegalArgumentException("delimiter and quote must differ, both are " + quote);
    }
  }

  /**
   * Tells whether fields can be quoted.
   *
   * @return true where there is a quote character
   */
  public boolean quoted() {
    return quote != NONE;
  }

  /**
   * Tells whether an escape character is in use.
   *
   * @return true where a character other than the doubled quote escapes
   */
  public boolean escaped() {
    return escape != NONE;
  }
}
