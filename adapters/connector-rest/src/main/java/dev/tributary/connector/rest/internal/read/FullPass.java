package dev.tributary.connector.rest.internal.read;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every page, from the first; a pass that was cut short goes on with the page it had come to. */
final class FullPass implements Pass {
  private final State stored;

  FullPass(State stored) {
    this.stored = stored;
  }

  @Override
  public Place start() {
    return stored.place() == null ? Place.FIRST : stored.place();
  }

  /** Never: in a full reading a page left out would pass for records deleted. */
  @Override
  public @Nullable String etag() {
    return null;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of();
  }

  @Override
  public Optional<State> after(Outcome outcome) {
    return Optional.ofNullable(outcome.next()).map(next -> new State(next, null, null, null));
  }
}
