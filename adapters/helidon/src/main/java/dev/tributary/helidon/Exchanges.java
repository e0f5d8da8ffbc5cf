package dev.tributary.helidon;

import dev.tributary.http.HttpApi;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.RequestId;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Carries each request to the interface and its answer back; measures and logs it. Thread-safe. */
final class Exchanges {
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.tributary.access");
  private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

  private final HttpApi api;
  private final Landing landing;
  private final RequestMetrics metrics;

  Exchanges(HttpApi api, Landing landing, RequestMetrics metrics) {
    this.api = api;
    this.landing = landing;
    this.metrics = metrics;
  }

  void handle(ServerRequest received, ServerResponse response) {
    long start = System.nanoTime();
    ApiRequest request = new HelidonRequest(received);
    MDC.put(RequestId.LOG_KEY, request.requestId());
    try {
      ApiResponse answer = landing.find(request).orElseGet(() -> api.answer(request));
      metrics.record(request.method(), answer.route(), answer.status(), since(start));
      send(answer, received, response);
      log(request, answer.status(), since(start));
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private static void send(ApiResponse answer, ServerRequest received, ServerResponse response) {
    response.status(Status.create(answer.status()));
    answer.headers().forEach((name, value) -> response.header(name, value));
    switch (answer.body()) {
      case ApiResponse.Body.Whole whole -> {
        UnreadBody.skim(received, response);
        if (whole.bytes().length == 0) {
          response.send();
        } else {
          response.send(whole.bytes());
        }
      }
      case ApiResponse.Body.Streamed streamed -> stream(streamed, response);
    }
  }

  /** What breaks after the first byte can no longer be a problem; the connection ends instead. */
  private static void stream(ApiResponse.Body.Streamed streamed, ServerResponse response) {
    try (OutputStream out = response.outputStream()) {
      streamed.writer().writeTo(out);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("the client of a stream has left", e);
      throw new CloseConnectionException("the client has left", e);
    } catch (RuntimeException e) {
      LOG.warn("a stream broke off", e);
      throw new CloseConnectionException("the stream broke off", e);
    }
  }

  private static void log(ApiRequest request, int status, Duration took) {
    ACCESS.info(
        "{} {} {} {} ms {}",
        request.method(),
        request.path(),
        status,
        took.toMillis(),
        request.clientAddress());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
