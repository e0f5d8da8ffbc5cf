package dev.tributary.langchain4j.internal.transport;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands LangChain4j one transport, whatever times it wishes: the transport has its own, which also
 * cover the body.
 */
public final class SharedTransport implements HttpClientBuilder {
  private final Transport transport;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;

  /**
   * Wraps a transport.
   *
   * @param transport what is handed out
   */
  public SharedTransport(Transport transport) {
    this.transport = transport;
  }

  @Override
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration wish) {
    this.connectTimeout = wish;
    return this;
  }

  @Override
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration wish) {
    this.readTimeout = wish;
    return this;
  }

  @Override
  public HttpClient build() {
    return transport;
  }
}
