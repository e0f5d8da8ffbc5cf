package dev.tributary.http.internal.cache;

import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.error.PlatformException;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Routes that try the cache. */
public final class CacheRoutes {
  private final Supplier<Optional<CacheProbe>> cache;

  /** Makes the routes. */
  public CacheRoutes(Supplier<Optional<CacheProbe>> cache) {
    this.cache = cache;
  }

  /** The routes, below {@code /api} like all others and where they are looked for without it. */
  public List<Route> routes() {
    return Stream.of("/api/redis-test", "/redis-test")
        .flatMap(root ->
            Stream.of(
                route(
                    root + "/ping",
                    "Waits for an answer of Redis.",
                    probe -> CacheAnswer.up(probe.place(), probe.ping())),
                route(
                    root + "/read-write",
                    "Writes a value to Redis, reads it and removes it.",
                    probe -> CacheAnswer.up(probe.place(), probe.readWrite())),
                route(
                    root + "/info",
                    "Gives what Redis says of itself.",
                    probe -> CacheAnswer.of(probe.place(), probe.info()))))
        .toList();
  }

  private Route route(String path, String summary, Function<CacheProbe, CacheAnswer> attempt) {
    return Route.get(path, summary)
        .gives(200, CacheAnswer.class)
        .gives(503, CacheAnswer.class)
        .handledBy(call -> answer(call, attempt));
  }

  private ApiResponse answer(Call call, Function<CacheProbe, CacheAnswer> attempt) {
    Optional<CacheProbe> configured = cache.get();
    if (configured.isEmpty()) {
      return call.answer(200, CacheAnswer.none());
    }
    CacheProbe probe = configured.get();
    try {
      return call.answer(200, attempt.apply(probe));
    } catch (PlatformException down) {
      return call.answer(503, CacheAnswer.down(probe.place(), String.valueOf(down.getMessage())));
    }
  }
}
