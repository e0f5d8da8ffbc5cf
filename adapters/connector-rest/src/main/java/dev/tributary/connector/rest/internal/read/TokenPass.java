package dev.tributary.connector.rest.internal.read;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the page that the last reading ended with, which is read again: it may have been filled up
 * since. Also reads an endpoint of a single page, again whenever it has changed.
 */
final class TokenPass implements Pass {
  private final State stored;

  TokenPass(State stored) {
    this.stored = stored;
  }

  @Override
  public Place start() {
    return stored.place() == null ? Place.FIRST : stored.place();
  }

  @Override
  public @Nullable String etag() {
    return stored.etag();
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Optional<State> after(Outcome outcome) {
    Place next = outcome.next();
    return Optional.of(
        next == null
            ? new State(outcome.place(), null, null, outcome.etag())
            : new State(next, null, null, null));
  }
}
