package dev.tributary.connector.rest;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.connector.rest.internal.http.Fetcher;
import dev.tributary.connector.rest.internal.read.RestSource;
import dev.tributary.connector.rest.internal.settings.Endpoint;
import java.util.List;

/** Reads one endpoint. */
final class RestConnector implements SourceConnector {
  private final Endpoint endpoint;
  private final Fetcher fetcher;
  private final RestSource source;

  RestConnector(Endpoint endpoint, Fetcher fetcher, RestSource source) {
    this.endpoint = endpoint;
    this.fetcher = fetcher;
    this.source = source;
  }

  @Override
  public String check() {
    return source.check();
  }

  @Override
  public List<SourceStream> discover() {
    return source.discover();
  }

  @Override
  public BatchReader read(ReadRequest request) {
    return source.read(request);
  }

  @Override
  public void close() {
    fetcher.close();
  }

  @Override
  public String toString() {
    return "rest connector to " + endpoint.place();
  }
}
