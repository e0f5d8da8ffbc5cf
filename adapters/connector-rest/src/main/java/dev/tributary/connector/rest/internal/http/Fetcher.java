package dev.tributary.connector.rest.internal.http;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.http.Backoff;
import dev.tributary.connector.rest.internal.settings.Endpoint;
import dev.tributary.connector.rest.internal.settings.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fetches answers, and tries again where that can help. Thread-safe. */
public final class Fetcher implements AutoCloseable {
  /** The longest rest that is waited for within a run; a longer one ends the run. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final ConnectorContext context;
  private final Exchange exchange;
  private final Backoff backoff;
  private final int attempts;

  /**
   * Makes a fetcher.
   *
   * @param endpoint what may be asked, and the headers of every request
   * @param limits what is put up with
   * @param context pauses, tells the time and says which hosts are allowed
   * @param random spreads repeated attempts over time
   */
  public Fetcher(
      Endpoint endpoint, Limits limits, ConnectorContext context, RandomGenerator random) {
    this.context = context;
    this.exchange = new Exchange(endpoint, limits, context::requireAllowed);
    this.backoff = new Backoff(LONGEST_PAUSE, random);
    this.attempts = limits.attempts();
  }

  /**
   * Fetches an address.
   *
   * @param address on the endpoint's host
   * @param etag the version that was read before, null if none
   * @return the answer
   * @throws ConnectorException if there is none that can be used
   */
  public Answer get(URI address, @Nullable String etag) {
    for (int attempt = 1; ; attempt++) {
      try {
        return exchange.get(address, etag);
      } catch (Refusal refusal) {
        Optional<Duration> asked =
            refusal.retryAfter().flatMap(text -> RetryAfter.parse(text, context.clock().instant()));
        Duration rest = asked.orElseGet(backoff(attempt));
        if (!refusal.passing() || attempt == attempts || rest.compareTo(LONGEST_REST) > 0) {
          throw refusal.toException(attempt, rest);
        }
        pause(rest, address);
      }
    }
  }

  @Override
  public void close() {
    exchange.close();
  }

  private Supplier<Duration> backoff(int attempt) {
    return () -> backoff.before(attempt);
  }

  private void pause(Duration rest, URI address) {
    try {
      context.pause(rest);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          ConnectorError.STOPPED, "stopped while waiting for " + Endpoint.place(address), stopped);
    }
  }
}
