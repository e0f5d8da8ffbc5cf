package dev.tributary.http.internal.alert;

import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.ProblemItem;
import dev.tributary.http.internal.problem.RequestException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What a client got wrong, said with the place. */
final class Refusals {
  private Refusals() {}

  /** A time of the query or the body. */
  static Instant instant(String place, String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          place,
          name,
          text,
          "'" + name + "' is '" + text + "' but must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  /** A span of the query. */
  static Duration duration(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException malformed) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER,
          "query",
          name,
          text,
          "'" + name + "' is '" + text + "' but must be a duration such as PT1H");
    }
  }

  /** Does what the body asks for; what the platform finds wrong with it is the client's. */
  static <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (ConfigurationException faulty) {
      throw RequestException.of(
          HttpError.INVALID_PARAMETER,
          faulty.faults().stream()
              .map(fault ->
                  new ProblemItem(
                      "body",
                      fault.place(),
                      null,
                      "'" + fault.place() + "' " + fault.problem() + "; " + fault.remedy()))
              .toList());
    } catch (IllegalArgumentException malformed) {
      throw RequestException.of(
          HttpError.INVALID_PARAMETER, String.valueOf(malformed.getMessage()), malformed);
    }
  }
}
