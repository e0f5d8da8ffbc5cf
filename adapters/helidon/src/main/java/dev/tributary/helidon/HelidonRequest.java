package dev.tributary.helidon;

import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.RequestId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** A request as Helidon has it. */
final class HelidonRequest implements ApiRequest {
  private final ServerRequest request;
  private final String requestId;

  HelidonRequest(ServerRequest request) {
    this.request = request;
    this.requestId = RequestId.of(header(RequestId.HEADER));
  }

  @Override
  public String method() {
    return request.prologue().method().text().toUpperCase(Locale.ROOT);
  }

  @Override
  public String path() {
    return request.prologue().uriPath().rawPath();
  }

  @Override
  public String query() {
    return request.prologue().query().rawValue();
  }

  @Override
  public Optional<String> header(String name) {
    HeaderName known = HeaderNames.create(name);
    return request.headers().contains(known)
        ? Optional.of(request.headers().get(known).get())
        : Optional.empty();
  }

  @Override
  public InputStream body() {
    return request.content().hasEntity()
        ? new ClientBody(request.content().inputStream())
        : InputStream.nullInputStream();
  }

  @Override
  public String clientAddress() {
    return request.remotePeer().host();
  }

  @Override
  public String requestId() {
    return requestId;
  }
}
