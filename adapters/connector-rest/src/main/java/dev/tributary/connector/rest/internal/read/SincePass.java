package dev.tributary.connector.rest.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.connector.rest.internal.settings.SinceConfig;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the last pass, minus the overlap. Records may come in any order, so the last
 * change counts only once a pass is complete. Until then, a pass goes on with the page it had come
 * to if pages last, and begins again if they are only numbers: those shift when records do.
 */
final class SincePass implements Pass {
  private final SinceConfig config;
  private final State stored;
  private final boolean lasting;
  private final boolean resumed;
  private final InstantSource clock;
  private @Nullable String seen;

  SincePass(SinceConfig config, State stored, boolean lasting, InstantSource clock) {
    this.config = config;
    this.stored = stored;
    this.lasting = lasting;
    this.resumed = lasting && stored.place() != null;
    this.clock = clock;
    this.seen = resumed ? stored.seen() : null;
  }

  @Override
  public Place start() {
    return resumed && stored.place() != null ? stored.place() : Place.FIRST;
  }

  @Override
  public @Nullable String etag() {
    return resumed ? null : stored.etag();
  }

  @Override
  public Map<String, String> parameters() {
    String since = stored.since();
    if (since != null) {
      return Map.of(config.parameter(), Change.of(since).back(config));
    }
    String initial = config.initial();
    return initial == null ? Map.of() : Map.of(config.parameter(), initial);
  }

  @Override
  public Optional<State> after(Outcome outcome) {
    outcome.records().forEach(this::meet);
    Place next = outcome.next();
    if (next != null) {
      return lasting ? Optional.of(middle(next)) : Optional.empty();
    }
    String last = last();
    boolean onlyPage = outcome.place().isFirst();
    // The version stands for the request that brought it: another since is another request.
    boolean sameRequest = onlyPage && last != null && last.equals(stored.since());
    return Optional.of(new State(null, last, null, sameRequest ? outcome.etag() : null));
  }

  private State middle(Place next) {
    return new State(next, stored.since(), seen, null);
  }

  private void meet(JsonNode record) {
    JsonNode value = record.at(config.field());
    if (value.isValueNode() && !value.isNull()) {
      seen = later(seen, value.asText());
    }
  }

  private @Nullable String last() {
    String last = stored.since() == null ? seen : later(stored.since(), seen);
    return last == null ? null : Change.of(last).notAfter(clock.instant());
  }

  private static @Nullable String later(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Change.of(one).compareTo(Change.of(other)) >= 0 ? one : other;
  }
}
