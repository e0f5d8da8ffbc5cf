package dev.tributary.connector.rest.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.rest.internal.http.Answer;
import dev.tributary.connector.rest.internal.http.Excerpt;
import dev.tributary.connector.rest.internal.settings.Endpoint;
import dev.tributary.connector.rest.internal.settings.RecordsConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes answers apart. Thread-safe. */
public final class DocumentReader {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private final RecordsConfig config;

  /**
   * Makes a reader.
   *
   * @param config where the records are
   */
  public DocumentReader(RecordsConfig config) {
    this.config = config;
  }

  /**
   * Takes an answer apart.
   *
   * @param answer an answer with a body
   * @return its records
   * @throws ConnectorException if it is not JSON or has no records where they should be
   */
  public Document read(Answer answer) {
    byte[] body = answer.body();
    if (answer.empty()) {
      return new Document(MissingNode.getInstance(), List.of());
    }
    if (looksLikeMarkup(answer)) {
      throw malformed(
          answer,
          "answers with a web page in place of JSON",
          "check url, and that auth does not lead to a login page",
          null);
    }
    return config.lines() ? lines(body) : document(answer);
  }

  private Document document(Answer answer) {
    JsonNode root = parse(answer);
    JsonNode records = root.at(config.at());
    if (records.isNull()) {
      return new Document(root, List.of());
    }
    if (!records.isArray()) {
      throw malformed(
          answer,
          "has no array of records at '" + config.at() + "'",
          "set records to the JSON pointer of one; there are " + pointersToArrays(root),
          null);
    }
    List<Document.Item> items = new ArrayList<>(records.size());
    records.forEach(record -> items.add(Document.Item.of(record)));
    return new Document(root, items);
  }

  private static JsonNode parse(Answer answer) {
    try {
      JsonNode root = READER.readTree(answer.body());
      if (!root.isMissingNode()) {
        return root;
      }
      throw malformed(answer, "answers with nothing", "check url", null);
    } catch (JsonProcessingException broken) {
      throw malformed(
          answer,
          "answers with broken JSON" + place(broken.getLocation()),
          "see whether it is cut off, or whether format should be ndjson",
          broken);
    } catch (IOException impossible) {
      throw malformed(answer, "cannot be decoded", "see whether it is UTF-8", impossible);
    }
  }

  private static Document lines(byte[] body) {
    List<Document.Item> items = new ArrayList<>();
    new String(body, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> items.add(line(line)));
    return new Document(MissingNode.getInstance(), items);
  }

  private static Document.Item line(String line) {
    try {
      return Document.Item.of(READER.readTree(line));
    } catch (IOException broken) {
      return Document.Item.broken(line, "the line is not a JSON value");
    }
  }

  private static boolean looksLikeMarkup(Answer answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String start =
        new String(answer.body(), 0, Math.min(answer.body().length, 64), StandardCharsets.UTF_8)
            .strip();
    return type.contains("html") || start.startsWith("<");
  }

  private static List<String> pointersToArrays(JsonNode root) {
    List<String> pointers = new ArrayList<>();
    Iterator<String> names = root.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      JsonNode member = root.get(name);
      if (member.isArray()) {
        pointers.add("/" + name);
      }
      member.properties().stream()
          .filter(inner -> inner.getValue().isArray())
          .forEach(inner -> pointers.add("/" + name + "/" + inner.getKey()));
    }
    return pointers;
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static ConnectorException malformed(
      Answer answer, String problem, String remedy, @Nullable Throwable cause) {
    // The parser's own message quotes what it read, at any length, and is left out.
    String parser = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
    return new ConnectorException(
        ConnectorError.MALFORMED,
        Endpoint.place(answer.address())
            + " "
            + problem
            + parser
            + ", beginning with "
            + Excerpt.of(answer.body())
            + "; "
            + remedy);
  }
}
