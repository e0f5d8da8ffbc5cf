package dev.tributary.langchain4j.internal.transport;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.tributary.api.http.CappedBody;
import dev.tributary.api.query.ModelException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the requests of LangChain4j. The library's own client knows neither how large a reply may
 * be nor what Retry-After said. Redirects are not followed: they would carry the key along.
 * Thread-safe.
 */
public final class Transport implements HttpClient, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Duration timeout;
  private final long maxReply;
  private final InstantSource clock;
  private final java.net.http.HttpClient client;

  /**
   * Opens a transport.
   *
   * @param timeout how long one request may take, its body included
   * @param maxReply how many bytes a reply may have
   * @param clock tells how far off a Retry-After date is
   */
  public Transport(Duration timeout, long maxReply, InstantSource clock) {
    this.timeout = timeout;
    this.maxReply = maxReply;
    this.clock = clock;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout)
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    URI address = URI.create(request.url());
    HttpResponse<byte[]> response = send(address, translated(address, request));
    if (response.statusCode() / 100 == 2) {
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(response.body())
          .build();
    }
    throw Refusals.of(
        place(address),
        response.statusCode(),
        response
            .headers()
            .firstValue("Retry-After")
            .map(header -> RetryAfter.parse(header, clock.instant())));
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("replies are taken whole");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private java.net.http.HttpRequest translated(URI address, HttpRequest request) {
    java.net.http.HttpRequest.Builder sent =
        java.net.http.HttpRequest.newBuilder(address).timeout(timeout);
    request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
    java.net.http.HttpRequest.BodyPublisher body =
        Optional.ofNullable(request.body())
            .map(java.net.http.HttpRequest.BodyPublishers::ofString)
            .orElseGet(java.net.http.HttpRequest.BodyPublishers::noBody);
    return sent.method(request.method().name(), body).build();
  }

  private HttpResponse<byte[]> send(URI address, java.net.http.HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> reply =
        client.sendAsync(request, CappedBody.of(maxReply));
    try {
      // The request's own time-out ends with the headers; this one includes the body.
      return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      reply.cancel(true);
      Thread.currentThread().interrupt();
      throw Failure.lasting(
          ModelException.Cause.UNAVAILABLE, "stopped while waiting for " + place(address), stopped);
    } catch (TimeoutException late) {
      reply.cancel(true);
      throw late(address, late);
    } catch (ExecutionException failed) {
      throw failure(address, failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private Failure failure(URI address, Throwable cause) {
    if (cause instanceof java.net.http.HttpTimeoutException
        && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
      return late(address, cause);
    }
    if (CappedBody.tooLarge(cause)) {
      return Failure.lasting(
          ModelException.Cause.BAD_REPLY,
          place(address) + " replied with more than " + maxReply + " bytes",
          cause);
    }
    return Failure.passing(
        ModelException.Cause.UNAVAILABLE,
        null,
        "no answer from " + place(address) + " (" + cause.getClass().getSimpleName() + ")",
        cause);
  }

  /** A model that was too slow once is so again; whoever waits has waited enough. */
  private Failure late(URI address, Throwable cause) {
    return Failure.lasting(
        ModelException.Cause.TIMEOUT,
        place(address) + " took longer than " + timeout.toMillis() + " ms",
        cause);
  }

  /** Where it went, without what may be secret in it. */
  private static String place(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getPath();
  }
}
