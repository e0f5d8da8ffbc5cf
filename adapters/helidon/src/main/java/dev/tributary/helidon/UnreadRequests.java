package dev.tributary.helidon;

import dev.tributary.http.HttpApi;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.RequestId;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.DirectHandlers;
import java.io.InputStream;
import java.util.Optional;

/** Answers what Helidon itself refuses, before a handler sees it, as a problem too. */
final class UnreadRequests {
  private UnreadRequests() {}

  static DirectHandlers handlers(HttpApi api) {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(
          type,
          (request, event, status, headers, message) ->
              problem(answer(api, new Unread(request), status.code(), message)));
    }
    return handlers.build();
  }

  private static ApiResponse answer(HttpApi api, Unread request, int status, String message) {
    return status < 500
        ? api.malformed(request, "the request cannot be read as HTTP")
        : api.failed(request, new IllegalStateException("the server failed: " + message));
  }

  private static DirectHandler.TransportResponse problem(ApiResponse answer) {
    var response =
        DirectHandler.TransportResponse.builder()
            .status(io.helidon.http.Status.create(answer.status()))
            .keepAlive(false);
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (answer.body() instanceof ApiResponse.Body.Whole whole) {
      response.entity(whole.bytes());
    }
    return response.build();
  }

  /** What is known of a request that could not be read. */
  private record Unread(DirectHandler.TransportRequest request, String requestId)
      implements ApiRequest {
    Unread(DirectHandler.TransportRequest request) {
      this(request, RequestId.of(Optional.empty()));
    }

    @Override
    public String method() {
      return request.method();
    }

    @Override
    public String path() {
      return request.path();
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public String clientAddress() {
      return "";
    }
  }
}
