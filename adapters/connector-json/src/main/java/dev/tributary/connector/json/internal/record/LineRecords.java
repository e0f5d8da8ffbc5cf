package dev.tributary.connector.json.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourcePosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One object a line. Of a line that is too long no more than the limit is held. */
final class LineRecords extends JsonRecords {
  private final InputStream content;
  private final String name;
  private final int maxRecord;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private long line;
  private long offset;

  LineRecords(InputStream content, String name, int maxRecord) {
    this.content = content;
    this.name = name;
    this.maxRecord = maxRecord;
  }

  @Override
  Optional<Found> next() throws IOException {
    while (true) {
      long begin = offset;
      boolean more = readLine();
      long length = offset - begin;
      if (length == 0 && !more) {
        return Optional.empty();
      }
      line++;
      String record = text.toString(StandardCharsets.UTF_8).replace("\ufeff", "");
      if (!record.isBlank()) {
        return Optional.of(found(record, new SourcePosition.InFile(name, line, begin), length));
      }
    }
  }

  /** Reads up to the end of a line; false if that is the end of the file. */
  private boolean readLine() throws IOException {
    text.reset();
    for (int next = content.read(); next >= 0; next = content.read()) {
      offset++;
      if (next == '\n') {
        return true;
      }
      if (text.size() <= maxRecord) {
        text.write(next);
      }
    }
    return false;
  }

  private Found found(String record, SourcePosition position, long length) {
    if (length > maxRecord) {
      return rejected(
          record,
          position,
          "record_too_large",
          "the record has " + length + " bytes; raise max_record to read it");
    }
    try {
      JsonNode node = READER.readTree(record);
      return Found.of(node, position, length);
    } catch (JsonProcessingException broken) {
      return rejected(record, position, "malformed_json", "the line is not a JSON value");
    }
  }

  private static Found rejected(
      String record, SourcePosition position, String reason, String message) {
    return new Found.Rejected(new RejectedRow(position, record, reason, message), record.length());
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
