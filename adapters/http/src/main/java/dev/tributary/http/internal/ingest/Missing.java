package dev.tributary.http.internal.ingest;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import org.jspecify.annotations.Nullable;

/** Refusals because something is not there. */
final class Missing {
  private Missing() {}

  /** Something that the path or the body names does not exist. */
  static PlatformException thing(String kind, String id, String list) {
    return new PlatformException(
        PlatformError.NOT_FOUND, "there is no " + kind + " '" + id + "'; " + list + " lists them");
  }

  /** A member of the body that has to be there. */
  static String member(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER, "body", name, value, "'" + name + "' is missing");
    }
    return value;
  }
}
