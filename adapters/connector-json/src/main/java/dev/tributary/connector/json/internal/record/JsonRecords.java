package dev.tributary.connector.json.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The records of one file, in order and in bounded memory. Used by one thread. */
abstract class JsonRecords implements AutoCloseable {
  static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP = 0x8b1f;

  JsonRecords() {}

  /**
   * Opens a file. One whose first line is a whole object is read line by line, so that a broken
   * line costs itself alone; any other value by value.
   *
   * @param path the file
   * @param name what positions call it
   * @param maxRecord the most bytes of one record
   * @return its records
   * @throws IOException if it cannot be read
   * @throws ConnectorException if it holds no JSON
   */
  static JsonRecords open(Path path, String name, int maxRecord) throws IOException {
    BufferedInputStream content = plain(Files.newInputStream(path));
    content.mark(BUFFER_BYTES);
    byte[] start = content.readNBytes(BUFFER_BYTES - 1);
    content.reset();
    if (new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("<")) {
      content.close();
      throw new ConnectorException(
          ConnectorError.MALFORMED,
          name + " holds a web page or XML in place of JSON; send the file itself");
    }
    return beginsWithALine(start)
        ? new LineRecords(content, name, maxRecord)
        : new ValueRecords(content, name, maxRecord);
  }

  /**
   * Reads on.
   *
   * @return the next record, empty at the end
   * @throws IOException if the file cannot be read
   * @throws ConnectorException if what follows is not JSON
   */
  abstract Optional<Found> next() throws IOException;

  @Override
  public abstract void close();

  private static BufferedInputStream plain(InputStream file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(file, BUFFER_BYTES);
    raw.mark(2);
    int magic = raw.read() | raw.read() << 8;
    raw.reset();
    return magic == GZIP
        ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES)
        : raw;
  }

  private static boolean beginsWithALine(byte[] start) {
    String first =
        new String(start, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("");
    try {
      return READER.readTree(first.replace("\ufeff", "")).isObject();
    } catch (JsonProcessingException severalLines) {
      return false;
    }
  }
}
