package dev.tributary.langchain4j;

import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import dev.tributary.langchain4j.internal.call.Attempts;
import dev.tributary.langchain4j.internal.call.ChatCall;
import dev.tributary.langchain4j.internal.call.CircuitBreaker;
import dev.tributary.langchain4j.internal.call.Pause;
import dev.tributary.langchain4j.internal.provider.Anthropic;
import dev.tributary.langchain4j.internal.provider.Endpoint;
import dev.tributary.langchain4j.internal.provider.Gemini;
import dev.tributary.langchain4j.internal.provider.Ollama;
import dev.tributary.langchain4j.internal.provider.OpenAi;
import dev.tributary.langchain4j.internal.transport.Failure;
import dev.tributary.langchain4j.internal.transport.SharedTransport;
import dev.tributary.langchain4j.internal.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A model that a provider runs. A call is bounded in time and size, is tried again where that can
 * help, is not made at all for a while after several failed in a row, and ends at once when its
 * thread is interrupted.
 *
 * <pre>{@code
 * try (HostedModel model = HostedModel.builder(Provider.GEMINI).key(key).build()) {
 *   model.complete(new LanguageModel.Prompt("Be brief.", "Say hello.", 100, 0)).text();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Neither keys nor prompts are logged.
 */
public final class HostedModel implements LanguageModel, AutoCloseable {
  /** How long one attempt may take unless set otherwise: 30 seconds. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** How often a call is tried again unless set otherwise: {@value}. */
  public static final int DEFAULT_RETRIES = 2;

  /** How many bytes a reply may have unless set otherwise: 1 MiB. */
  public static final long DEFAULT_MAX_REPLY = 1024L * 1024;

  /** How many failures in a row stop further calls unless set otherwise: {@value}. */
  public static final int DEFAULT_BREAK_AFTER = 5;

  /** For how long they do unless set otherwise: 30 seconds. */
  public static final Duration DEFAULT_BREAK_FOR = Duration.ofSeconds(30);

  private static final int MOST_RETRIES = 10;

  private final String name;
  private final Transport transport;
  private final ChatCall call;
  private final Attempts attempts;
  private final CircuitBreaker breaker;

  private HostedModel(Builder builder) {
    this.name = builder.provider.word() + ":" + builder.model;
    this.transport = new Transport(builder.timeout, builder.maxReply, builder.clock);
    Endpoint endpoint =
        new Endpoint(
            builder.baseUrl,
            builder.model,
            builder.key,
            builder.timeout,
            new SharedTransport(transport));
    this.call =
        switch (builder.provider) {
          case GEMINI -> Gemini.at(endpoint);
          case OPENAI -> OpenAi.at(endpoint);
          case ANTHROPIC -> Anthropic.at(endpoint);
          case OLLAMA -> Ollama.at(endpoint);
        };
    this.attempts = new Attempts(builder.retries, builder.pause, builder.random);
    this.breaker = new CircuitBreaker(builder.breakAfter, builder.breakFor, builder.clock);
  }

  /**
   * Starts a model.
   *
   * @param provider who runs it
   * @return a builder with the provider's defaults
   */
  public static Builder builder(Provider provider) {
    return new Builder(provider);
  }

  /**
   * Reads the section of a configuration that names a model, see {@code docs/models.md}. What is
   * wrong with it is noted there.
   *
   * @param section the section
   * @return the model; none if the section is empty, or wrong
   */
  public static Optional<Builder> configure(Settings section) {
    if (section.keys().isEmpty()) {
      return Optional.empty();
    }
    return ModelSettings.read(section);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Completion complete(Prompt prompt) {
    Objects.requireNonNull(prompt, "prompt");
    try {
      return breaker.make(() -> attempts.make(() -> call.make(prompt)));
    } catch (Failure failure) {
      throw new ModelException(failure.kind(), name + ": " + failure.getMessage(), failure);
    }
  }

  /** Hangs up. Calls in hand fail. Closing again does nothing. */
  @Override
  public void close() {
    transport.close();
  }

  /** Collects how a model is reached. Not thread-safe. */
  public static final class Builder {
    private final Provider provider;
    private String model;
    private String baseUrl;
    private Secret key = Secret.of("");
    private Duration timeout = DEFAULT_TIMEOUT;
    private int retries = DEFAULT_RETRIES;
    private long maxReply = DEFAULT_MAX_REPLY;
    private int breakAfter = DEFAULT_BREAK_AFTER;
    private Duration breakFor = DEFAULT_BREAK_FOR;
    private InstantSource clock = Clock.systemUTC();
    private RandomGenerator random = RandomGenerator.getDefault();
    private Pause pause = rest -> Thread.sleep(rest);

    private Builder(Provider provider) {
      this.provider = Objects.requireNonNull(provider, "provider");
      this.model = provider.defaultModel();
      this.baseUrl = provider.defaultBaseUrl();
    }

    /**
     * Sets which model is asked. Default {@link Provider#defaultModel()}.
     *
     * @param name the provider's name of it
     * @return this builder
     */
    public Builder model(String name) {
      insist(!name.isBlank(), "the name of the model is empty");
      this.model = name;
      return this;
    }

    /**
     * Sets where it is asked. Default {@link Provider#defaultBaseUrl()}.
     *
     * @param address http or https, with a host, without a query
     * @return this builder
     */
    public Builder baseUrl(String address) {
      insist(isAddress(address), "base_url is no http or https address: " + address);
      this.baseUrl = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
      return this;
    }

    /**
     * Sets the key. Default none, which is enough for Ollama alone.
     *
     * @param value the key
     * @return this builder
     */
    public Builder key(Secret value) {
      this.key = Objects.requireNonNull(value, "key");
      return this;
    }

    /**
     * Sets how long one attempt may take, the reply included. Default 30 seconds.
     *
     * @param value at least a millisecond
     * @return this builder
     */
    public Builder timeout(Duration value) {
      insist(value.toMillis() >= 1, "timeout is " + value + ": use at least a millisecond");
      this.timeout = value;
      return this;
    }

    /**
     * Sets how often a call is tried again after rate limits, faults of the server and replies that
     * cannot be read. Default {@value HostedModel#DEFAULT_RETRIES}.
     *
     * @param times 0 to 10
     * @return this builder
     */
    public Builder retries(int times) {
      insist(times >= 0 && times <= MOST_RETRIES, "retries is " + times + ": use 0 to 10");
      this.retries = times;
      return this;
    }

    /**
     * Sets how large a reply may be. Default 1 MiB.
     *
     * @param bytes at least 1
     * @return this builder
     */
    public Builder maxReply(long bytes) {
      insist(bytes >= 1, "maxReply is " + bytes + ": use at least 1");
      this.maxReply = bytes;
      return this;
    }

    /**
     * Sets when calls are no longer made. Default after {@value HostedModel#DEFAULT_BREAK_AFTER}
     * failures in a row, for 30 seconds.
     *
     * @param failures at least 1
     * @param rest how long no call is made then
     * @return this builder
     */
    public Builder breaker(int failures, Duration rest) {
      insist(failures >= 1, "failures is " + failures + ": use at least 1");
      this.breakAfter = failures;
      this.breakFor = Objects.requireNonNull(rest, "rest");
      return this;
    }

    /**
     * Sets the clock. Default: the system's.
     *
     * @param value tells the time
     * @return this builder
     */
    public Builder clock(InstantSource value) {
      this.clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /** Replaces what waits between attempts, and what decides how long. */
    Builder pause(Pause value, RandomGenerator source) {
      this.pause = value;
      this.random = source;
      return this;
    }

    /**
     * Makes the model. Nothing is sent yet.
     *
     * @return the model
     * @throws IllegalStateException if the provider needs a key and there is none
     */
    public HostedModel build() {
      if (provider.needsKey() && key.reveal().isBlank()) {
        throw new IllegalStateException(
            provider.name().toLowerCase(Locale.ROOT) + " needs a key: set one");
      }
      return new HostedModel(this);
    }

    static boolean isAddress(String text) {
      try {
        URI address = new URI(text);
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
            && address.getHost() != null
            && address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null;
      } catch (java.net.URISyntaxException malformed) {
        return false;
      }
    }

    private static void insist(boolean holds, String message) {
      if (!holds) {
        throw new IllegalArgumentException(message);
      }
    }
  }
}
