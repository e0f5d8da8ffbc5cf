package dev.tributary.connector.rest.internal.http;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.http.CappedBody;
import dev.tributary.connector.rest.internal.settings.Endpoint;
import dev.tributary.connector.rest.internal.settings.Limits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one request, following redirects on the same host, and judges the status of the answer. */
final class Exchange implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;

  private final Endpoint endpoint;
  private final Limits limits;
  private final Consumer<String> requireAllowed;
  private final ReentrantLock making = new ReentrantLock();
  private @Nullable HttpClient client;

  Exchange(Endpoint endpoint, Limits limits, Consumer<String> requireAllowed) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.requireAllowed = requireAllowed;
  }

  Answer get(URI address, @Nullable String etag) {
    URI current = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      requireOwnHost(current);
      HttpResponse<byte[]> response = send(current, etag);
      requireSameAllowed();
      Optional<String> location = response.headers().firstValue("Location");
      boolean redirected = response.statusCode() / 100 == 3 && response.statusCode() != 304;
      if (!redirected || location.isEmpty()) {
        return judge(current, response);
      }
      current = resolve(current, location.get());
    }
    throw Refusal.lasting(
        ConnectorError.FAILED,
        Endpoint.place(address) + " redirects more than " + MOST_REDIRECTS + " times",
        "write the final address as url");
  }

  @Override
  public void close() {
    making.lock();
    try {
      if (client != null) {
        client.shutdownNow();
      }
    } finally {
      making.unlock();
    }
  }

  /** Made when it is first needed, because making it loads the machinery of TLS. */
  private HttpClient client() {
    making.lock();
    try {
      HttpClient present = client;
      if (present == null) {
        present =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connectTimeout())
                .build();
        client = present;
      }
      return present;
    } finally {
      making.unlock();
    }
  }

  private HttpResponse<byte[]> send(URI address, @Nullable String etag) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.timeout()).GET();
    endpoint.headers().forEach(request::setHeader);
    if (etag != null) {
      request.setHeader("If-None-Match", etag);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request.build(), CappedBody.of(limits.maxResponse()));
    try {
      // The request's own time-out ends with the headers; this one includes the body.
      return answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ConnectorException(
          ConnectorError.STOPPED, "stopped while reading " + Endpoint.place(address), stopped);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw Refusal.unreachable(
          Endpoint.place(address) + " took longer than " + limits.timeout(), late);
    } catch (ExecutionException failed) {
      throw failure(address, failed.getCause() == null ? failed : failed.getCause());
    }
  }

  private Refusal failure(URI address, Throwable cause) {
    if (CappedBody.tooLarge(cause)) {
      return Refusal.lasting(
          ConnectorError.TOO_LARGE,
          Endpoint.place(address) + " answers with more than " + limits.maxResponse() + " bytes",
          "ask for smaller pages or raise max_response");
    }
    String reason =
        cause.getMessage() == null
            ? cause.getClass().getSimpleName()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return Refusal.unreachable(
        "no answer from " + Endpoint.place(address) + " (" + reason + ")", cause);
  }

  private Answer judge(URI address, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200 || status == 204 || status == 304) {
      return new Answer(address, response);
    }
    String place = Endpoint.place(address) + " answers " + status;
    String message = place + ": " + Excerpt.of(response.body());
    String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
    throw switch (status) {
      case 401, 403, 407 ->
          Refusal.lasting(ConnectorError.UNAUTHORIZED, message, "check auth and its secret");
      case 404, 410 -> Refusal.lasting(ConnectorError.MISSING, message, "check url");
      case 429 -> Refusal.passing(ConnectorError.RATE_LIMITED, message, retryAfter);
      case 408, 425, 500, 502, 503, 504 ->
          Refusal.passing(ConnectorError.FAILED, message, retryAfter);
      default ->
          Refusal.lasting(ConnectorError.FAILED, message, "check url, parameters and pagination");
    };
  }

  private void requireOwnHost(URI address) {
    URI own = endpoint.url();
    boolean same =
        own.getScheme().equalsIgnoreCase(address.getScheme())
            && own.getHost().equalsIgnoreCase(address.getHost())
            && port(own) == port(address);
    if (!same) {
      throw Refusal.lasting(
          ConnectorError.DENIED,
          endpoint.place() + " leads to another host, " + Endpoint.place(address),
          "only the host of url is asked; if the data moved, change url");
    }
    requireAllowed.accept(own.getHost());
  }

  /**
   * The client resolves the host's name once more when it connects. What it found is in the Java
   * machine's cache now: a name that was changed between the check and the connection shows here,
   * before anything of the answer is used.
   */
  private void requireSameAllowed() {
    requireAllowed.accept(endpoint.url().getHost());
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static URI resolve(URI from, String location) {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.lasting(
          ConnectorError.MALFORMED,
          Endpoint.place(from) + " redirects to something that is no address",
          "write the final address as url");
    }
  }
}
