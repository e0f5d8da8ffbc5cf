package dev.tributary.testkit;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import java.util.List;

/** Reads a {@link FakeSource}. */
final class FakeConnector implements SourceConnector {
  private final FakeSource source;

  FakeConnector(FakeSource source) {
    this.source = source;
  }

  @Override
  public String check() {
    return source.rows().size() + " rows";
  }

  @Override
  public List<SourceStream> discover() {
    return List.of(new SourceStream(source.stream(), source.schema(), List.of()));
  }

  @Override
  public BatchReader read(ReadRequest request) {
    if (!request.stream().equals(source.stream())) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "there is no stream '" + request.stream() + "'; read '" + source.stream() + "'");
    }
    return new FakeReader(source, request);
  }

  @Override
  public void close() {
    // A fake source holds nothing open.
  }

  @Override
  public String toString() {
    return "fake source " + source.stream();
  }
}
