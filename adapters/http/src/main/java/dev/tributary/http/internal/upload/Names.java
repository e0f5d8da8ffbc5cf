package dev.tributary.http.internal.upload;

import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import org.jspecify.annotations.Nullable;

/** The name that a file has to have. */
final class Names {
  private Names() {}

  static String required(@Nullable String given) {
    String name = FileName.of(given == null ? "" : given);
    if (name.isEmpty()) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "query",
          "filename",
          given,
          "the file has no name; give one as ?filename=, or as filename of its form part");
    }
    return name;
  }
}
