package dev.tributary.examples;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads one log file. Its one stream is called {@code lines}. */
record LogFileConnector(Path file) implements SourceConnector {

  @Override
  public String check() {
    if (!Files.isReadable(file)) {
      throw new ConnectorException(
          ConnectorError.MISSING, file + " cannot be read; check the setting file");
    }
    return file + " can be read";
  }

  @Override
  public List<SourceStream> discover() {
    return List.of(new SourceStream("lines", LogFileConnectorFactory.SCHEMA, List.of()));
  }

  @Override
  public BatchReader read(ReadRequest request) {
    check();
    long from = request.checkpoints().state(Checkpoints.WHOLE).map(Long::parseLong).orElse(0L);
    return new LogFileReader(file, from, request.maxRows());
  }

  @Override
  public void close() {
    // Nothing is held open between readings.
  }
}
