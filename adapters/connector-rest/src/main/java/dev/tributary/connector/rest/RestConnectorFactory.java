package dev.tributary.connector.rest;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.connector.rest.internal.http.Fetcher;
import dev.tributary.connector.rest.internal.read.RestSource;
import dev.tributary.connector.rest.internal.settings.RestConfig;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes connectors of kind {@code rest}: an HTTP endpoint that answers with JSON, page by page.
 * Thread-safe.
 *
 * <p>Settings: {@code url}; {@code name} of the stream (default the last part of the path); {@code
 * records}, a JSON pointer (default the whole answer); {@code format} (json, ndjson); {@code
 * fields}, JSON pointer by name (default the members); {@code key}; {@code pagination} ({@code
 * kind} none, cursor, page, offset or link, with {@code parameter}, {@code next}, {@code size},
 * {@code size_parameter}, {@code first}); {@code cursor} ({@code field}, {@code parameter}, {@code
 * overlap} default 30s, {@code initial}); {@code auth} ({@code kind} bearer, api_key or basic,
 * {@code secret}, {@code header}, {@code user}); {@code headers}; {@code timeout} of an answer
 * (default 30s); {@code connect_timeout} (default 10s); {@code retries} (default 2); {@code
 * max_response} (default 16MiB); {@code max_record} (default 1MiB).
 */
public final class RestConnectorFactory implements ConnectorFactory {
  private final Supplier<RandomGenerator> random;

  /** Makes the factory. */
  public RestConnectorFactory() {
    this(Random::new);
  }

  /**
   * Makes a factory whose pauses between attempts are spread by a source of randomness.
   *
   * @param random asked for a thread-safe generator whenever a connector is opened
   */
  public RestConnectorFactory(Supplier<RandomGenerator> random) {
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public String kind() {
    return "rest";
  }

  @Override
  public List<ReadMode> modes() {
    return List.of(ReadMode.INCREMENTAL, ReadMode.FULL);
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    RestConfig config = RestConfig.from(context.settings());
    Fetcher fetcher = new Fetcher(config.endpoint(), config.limits(), context, random.get());
    return new RestConnector(
        config.endpoint(), fetcher, new RestSource(config, fetcher, context.clock()));
  }
}
