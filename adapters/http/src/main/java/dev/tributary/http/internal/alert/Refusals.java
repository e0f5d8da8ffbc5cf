package dev.tributary.http.internal.alert;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.ProblemItem;
import dev.tributary.http.internal.problem.RequestException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a client got wrong, said with the place. */
final class Refusals {
  private Refusals() {}

  /** Something that the path names does not exist. */
  static PlatformException missing(String kind, String id, String list) {
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
