package dev.tributary.ingest.config;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What can go wrong in collection, besides the sources themselves. */
public enum IngestError implements ErrorCode {
  /** The source has other columns or another key, and its policy is to pause. */
  SCHEMA_CHANGED(ErrorKind.CONFIGURATION),
  /** The source is paused. */
  SOURCE_PAUSED(ErrorKind.CALLER),
  /** Another node or process has gone on with the source. */
  FENCED(ErrorKind.TRANSIENT),
  /** A connector failed in a way it must not. */
  CONNECTOR_DEFECT(ErrorKind.INTERNAL),
  /** A full pass was complete but for rows or parts that are not known, so nothing was deleted. */
  DELETIONS_SKIPPED(ErrorKind.REMOTE),
  /** The source offers several streams, and none is chosen. */
  STREAM_UNCLEAR(ErrorKind.CONFIGURATION),
  /** The uploaded file is larger than allowed. */
  UPLOAD_TOO_LARGE(ErrorKind.CALLER),
  /** The uploaded file could not be kept. */
  UPLOAD_NOT_KEPT(ErrorKind.CAPACITY),
  /** An upload of the same key is still coming in. */
  UPLOAD_UNDER_WAY(ErrorKind.TRANSIENT),
  /** The upload's target does not read files. */
  NOT_A_FILE_SOURCE(ErrorKind.CALLER);

  private final ErrorKind kind;

  IngestError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
