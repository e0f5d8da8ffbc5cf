package dev.tributary.http.exchange;

import java.io.InputStream;
import java.util.Optional;

/** A request as the server received it. Used by one thread at a time. */
public interface ApiRequest {

  /**
   * The method.
   *
   * @return such as {@code GET}, in upper case
   */
  String method();

  /**
   * The path, still percent-encoded, so that an encoded slash stays part of its segment.
   *
   * @return begins with a slash, without the query
   */
  String path();

  /**
   * The query, still percent-encoded.
   *
   * @return without the question mark; empty if there is none
   */
  String query();

  /**
   * A header's first value.
   *
   * @param name its name, in any case
   * @return the value, if the header is there
   */
  Optional<String> header(String name);

  /**
   * The body, read as it arrives and never gathered in memory. A connection that breaks shows as
   * {@link java.io.IOException}.
   *
   * @return the body; empty if there is none
   */
  InputStream body();

  /**
   * Who sent the request.
   *
   * @return the address of the peer
   */
  String clientAddress();

  /**
   * The id that names this request in answers and log lines.
   *
   * @return see {@link RequestId}
   */
  String requestId();
}
