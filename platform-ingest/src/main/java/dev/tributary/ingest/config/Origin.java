package dev.tributary.ingest.config;

import java.util.List;

/** Where the value of a dataset's column comes from. */
public sealed interface Origin {

  /** The source's column of the same name, ignoring case and separators. */
  record SameName() implements Origin {}

  /**
   * A column of the source.
   *
   * @param column its name there; case and separators are ignored where no column has it exactly
   */
  record FromColumn(String column) implements Origin {}

  /**
   * The same value for every row.
   *
   * @param value a text, number or truth value
   */
  record Constant(Object value) implements Origin {}

  /**
   * A text put together from several columns.
   *
   * @param template text with column names in braces; braces themselves are doubled
   */
  record Concat(String template) implements Origin {}

  /**
   * A short text that identifies the row, made from the values of some columns: the first 128 bits
   * of their SHA-256, in hexadecimal digits.
   *
   * @param columns the source's columns, at least one
   */
  record KeyOf(List<String> columns) implements Origin {
    /** Copies the names. */
    public KeyOf {
      columns = List.copyOf(columns);
    }
  }

  /** Where the row stands in its source, such as {@code file.csv:17@420}. */
  record Position() implements Origin {}
}
