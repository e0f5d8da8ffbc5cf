package dev.tributary.connector.json.internal.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The elements of an array, or values one after the other. */
final class ValueRecords extends JsonRecords {
  private final String name;
  private final RecordLimit limit;
  private final JsonParser parser;

  ValueRecords(InputStream content, String name, int maxRecord) throws IOException {
    this.name = name;
    this.limit = new RecordLimit(content, name, maxRecord);
    this.parser = READER.getFactory().createParser(limit);
    // Something follows nearly every value here.
    parser.setCodec(READER.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
  }

  @Override
  Optional<Found> next() throws IOException {
    limit.begin();
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.END_ARRAY
          || (token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot())) {
        token = parser.nextToken();
      }
      return token == null ? Optional.empty() : Optional.of(record());
    } catch (JsonProcessingException broken) {
      throw malformed(broken);
    }
  }

  private Found record() throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    JsonNode node = parser.readValueAsTree();
    long bytes = parser.currentLocation().getByteOffset() - place.getByteOffset();
    return Found.of(
        node,
        new SourcePosition.InFile(name, place.getLineNr(), Math.max(0, place.getByteOffset())),
        bytes);
  }

  /** The parser's own message quotes what it read, at any length, and is left out. */
  private ConnectorException malformed(JsonProcessingException broken) {
    JsonLocation place = broken.getLocation();
    return new ConnectorException(
        ConnectorError.MALFORMED,
        "%s is broken JSON at line %d, column %d; see whether it is cut off"
            .formatted(
                name,
                place == null ? 0 : place.getLineNr(),
                place == null ? 0 : place.getColumnNr()));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
