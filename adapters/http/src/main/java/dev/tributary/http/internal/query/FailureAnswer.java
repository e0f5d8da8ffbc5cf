package dev.tributary.http.internal.query;

import dev.tributary.http.internal.problem.RequestException;

/** What went wrong, where it is too late for a status. */
record FailureAnswer(String code, String message) {

  static FailureAnswer of(RequestException failed) {
    return new FailureAnswer(failed.code().name(), String.valueOf(failed.getMessage()));
  }
}
