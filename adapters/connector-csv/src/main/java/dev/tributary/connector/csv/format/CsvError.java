package dev.tributary.connector.csv.format;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What makes a whole file unreadable. Faults of single rows are {@link CsvFault}s instead. */
public enum CsvError implements ErrorCode {
  /** The file holds no bytes, or nothing but a byte order mark. */
  CSV_EMPTY(ErrorKind.CALLER),
  /** The content is something else: HTML, JSON, XML, an archive, an office document, binary. */
  CSV_NOT_DELIMITED_TEXT(ErrorKind.CALLER),
  /** The compressed stream ends early or is damaged; the rows before that point were read. */
  CSV_GZIP_DAMAGED(ErrorKind.CALLER),
  /** The header is not the one that was declared. */
  CSV_HEADER_MISMATCH(ErrorKind.CALLER),
  /** A setting is out of range or contradicts another one. */
  CSV_SETTING_INVALID(ErrorKind.CONFIGURATION),
  /** The file or folder could not be read. */
  CSV_UNREADABLE(ErrorKind.TRANSIENT),
  /** The result could not be written. */
  CSV_UNWRITABLE(ErrorKind.CAPACITY);

  private final ErrorKind kind;

  CsvError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
