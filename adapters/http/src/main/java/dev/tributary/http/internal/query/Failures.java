package dev.tributary.http.internal.query;

import dev.tributary.api.query.Outcome;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.ProblemItem;
import dev.tributary.http.internal.problem.RequestException;

/** Outcomes that are problems of HTTP. */
final class Failures {
  private Failures() {}

  /** What went wrong on the way to an answer. */
  static RequestException of(Outcome.Failed failed) {
    HttpError error =
        switch (failed.code()) {
          case "time_limit" -> HttpError.QUERY_TIME_LIMIT;
          case "cancelled" -> HttpError.QUERY_CANCELLED;
          case "refused_by_server", "not_a_query" -> HttpError.QUERY_FAILED;
          case "internal" -> HttpError.QUERY_BROKEN;
          default -> HttpError.GENERATOR_FAILED;
        };
    return RequestException.of(error, failed.message());
  }

  /** SQL that may not run. */
  static RequestException of(Outcome.Refused refused) {
    return refused.violations().isEmpty()
        ? RequestException.of(HttpError.SQL_REFUSED, refused.message())
        : RequestException.of(
            HttpError.SQL_REFUSED,
            refused.violations().stream()
                .map(violation ->
                    new ProblemItem(
                        "sql",
                        violation.rule(),
                        violation.position() > 0 ? "character " + violation.position() : null,
                        violation.what() + "; " + violation.remedy()))
                .toList());
  }
}
