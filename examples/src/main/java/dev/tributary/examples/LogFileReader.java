package dev.tributary.examples;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out complete lines. The checkpoint is the byte at which the next line begins. */
final class LogFileReader implements BatchReader {
  private final Path file;
  private final int maxRows;
  private long offset;

  LogFileReader(Path file, long from, int maxRows) {
    this.file = file;
    this.maxRows = maxRows;
    this.offset = from;
  }

  @Override
  public Optional<SourceBatch> next() {
    List<SourceRow> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      input.skipNBytes(offset);
      byte[] line = line(input);
      while (line.length > 0 && rows.size() + rejected.size() < maxRows) {
        add(new String(line, StandardCharsets.UTF_8).strip(), rows, rejected);
        offset += line.length;
        line = line(input);
      }
    } catch (IOException failed) {
      String problem = file + " cannot be read from byte " + offset + "; if it is new, start anew";
      throw new ConnectorException(ConnectorError.FAILED, problem, failed);
    }
    List<Checkpoint> checkpoint = List.of(Checkpoint.whole(Long.toString(offset)));
    return rows.isEmpty() && rejected.isEmpty()
        ? Optional.empty()
        : Optional.of(new SourceBatch(LogFileConnectorFactory.SCHEMA, rows, rejected, checkpoint));
  }

  private void add(String line, List<SourceRow> rows, List<RejectedRow> rejected) {
    SourcePosition position = new SourcePosition.AtKey("lines", Long.toString(offset));
    int blank = line.indexOf(' ');
    try {
      Instant at = Instant.parse(line.substring(0, Math.max(blank, 0)));
      rows.add(SourceRow.of(position, offset, at, line.substring(blank + 1)));
    } catch (DateTimeParseException noTime) {
      rejected.add(new RejectedRow(position, line, "no_time", "a line begins with a time"));
    }
  }

  /** The next line with its line break; nothing while the line is still being written. */
  private static byte[] line(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = input.read(); read >= 0; read = input.read()) {
      line.write(read);
      if (read == '\n') {
        return line.toByteArray();
      }
    }
    return new byte[0];
  }

  @Override
  public void close() {
    // Nothing is held open between batches.
  }
}
