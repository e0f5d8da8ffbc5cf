package dev.tributary.cli.internal.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A question of a file.
 *
 * @param id how the file names it
 * @param database the database it is about
 * @param question what is asked
 * @param rightSql SQL with the right rows; empty for a question that has no answer there
 * @param ordered whether the order of the rows matters
 */
record QuestionCase(
    String id, String database, String question, List<String> rightSql, boolean ordered) {
  private static final ObjectMapper JSON = new ObjectMapper();

  QuestionCase {
    rightSql = List.copyOf(rightSql);
  }

  /** Reads lines {@code {"id": .., "db": .., "question": ..}}; blank ones are passed. */
  static List<QuestionCase> read(Path file) throws IOException {
    List<QuestionCase> cases = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        cases.add(parse(line, file + ":" + number));
      }
    }
    return cases;
  }

  private static QuestionCase parse(String line, String place) {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          place + ": no JSON object on one line: " + e.getOriginalMessage(),
          e);
    }
    for (String field : List.of("id", "db", "question")) {
      if (!row.path(field).isTextual() || row.path(field).textValue().isBlank()) {
        throw new PlatformException(
            PlatformError.INVALID_REQUEST,
            place
                + ": \""
                + field
                + "\" is no text; write {\"id\": .., \"db\": .., \"question\": ..}");
      }
    }
    List<String> right = new ArrayList<>();
    row.path("gold_sqls").forEach(sql -> right.add(sql.asText()));
    return new QuestionCase(
        row.path("id").textValue(),
        row.path("db").textValue(),
        row.path("question").textValue(),
        right,
        row.path("order_matters").asBoolean());
  }
}
