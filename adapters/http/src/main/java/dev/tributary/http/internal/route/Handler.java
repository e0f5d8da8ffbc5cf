package dev.tributary.http.internal.route;

import dev.tributary.http.exchange.ApiResponse;
import java.io.IOException;

/** Answers the calls of one route. Thread-safe. */
@FunctionalInterface
public interface Handler {
  /** The answer; whatever is thrown becomes a problem. */
  ApiResponse handle(Call call) throws IOException;
}
