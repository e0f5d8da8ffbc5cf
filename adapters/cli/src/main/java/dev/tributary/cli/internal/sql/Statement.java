package dev.tributary.cli.internal.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One statement to decide on.
 *
 * @param id how the caller knows it: a text or a whole number
 * @param sql the statement
 */
record Statement(Object id, String sql) {
  /** A key that stands twice has two meanings, of which only one would be examined. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a line.
   *
   * @param line JSON in UTF-8
   * @return the statement
   * @throws MalformedLine if it is none
   */
  static Statement parse(byte[] line) throws MalformedLine {
    JsonNode row = json(line);
    JsonNode id = row.path("id");
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw new MalformedLine("\"id\" is neither a text nor a whole number");
    }
    if (!row.path("sql").isTextual()) {
      throw new MalformedLine("\"sql\" is no text");
    }
    return new Statement(
        id.isTextual() ? id.textValue() : id.numberValue(), row.path("sql").textValue());
  }

  private static JsonNode json(byte[] line) throws MalformedLine {
    try {
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (JsonProcessingException e) {
      throw new MalformedLine("it is no JSON object on one line: " + e.getOriginalMessage());
    } catch (CharacterCodingException e) {
      throw new MalformedLine("it is not in UTF-8");
    }
  }
}
