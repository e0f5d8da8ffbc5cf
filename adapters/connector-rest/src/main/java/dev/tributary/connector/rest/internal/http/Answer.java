package dev.tributary.connector.rest.internal.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back: a status of 200, 204 or 304, and a body no larger than allowed. Immutable. */
public final class Answer {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(URI address, HttpResponse<byte[]> response) {
    this.address = address;
    this.status = response.statusCode();
    this.headers = response.headers();
    this.body = response.body();
  }

  /**
   * Where it came from, after redirects.
   *
   * @return the address
   */
  public URI address() {
    return address;
  }

  /**
   * The headers.
   *
   * @return the headers
   */
  public HttpHeaders headers() {
    return headers;
  }

  /**
   * The content.
   *
   * @return the bytes, not to be changed
   */
  public byte[] body() {
    return body;
  }

  /**
   * Whether the endpoint says that there is nothing.
   *
   * @return true for status 204
   */
  public boolean empty() {
    return status == NO_CONTENT;
  }

  /**
   * Whether the endpoint has nothing that was not read before.
   *
   * @return true for status 304
   */
  public boolean unchanged() {
    return status == NOT_MODIFIED;
  }

  /**
   * What the endpoint calls this version of the content.
   *
   * @return the entity tag, if there is one
   */
  public Optional<String> etag() {
    return headers.firstValue("ETag");
  }
}
