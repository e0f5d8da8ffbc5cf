package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.error.PlatformException;
import dev.tributary.ingest.config.IngestError;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a run failed, as people read it.
 *
 * @param code the stable error code
 * @param message what is wrong and what to do
 * @param retryAfter how long the source wants to be left alone
 * @param defect whether it is somebody's bug, so that the stack trace is of use
 */
record RunFailure(String code, String message, Optional<Duration> retryAfter, boolean defect) {

  static RunFailure of(Throwable cause, String kind) {
    return switch (cause) {
      case ConnectorException known ->
          new RunFailure(
              known.code().name(), String.valueOf(known.getMessage()), known.retryAfter(), false);
      case PlatformException known ->
          new RunFailure(
              known.code().name(), String.valueOf(known.getMessage()), Optional.empty(), false);
      case OutOfMemoryError full ->
          new RunFailure(
              IngestError.CONNECTOR_DEFECT.name(),
              "reading took more memory than there is; lower batch.rows and batch.bytes",
              Optional.empty(),
              true);
      default ->
          new RunFailure(
              IngestError.CONNECTOR_DEFECT.name(),
              "a connector of kind '%s' failed in a way it must not: %s; report it to its author"
                  .formatted(kind, cause),
              Optional.empty(),
              true);
    };
  }
}
