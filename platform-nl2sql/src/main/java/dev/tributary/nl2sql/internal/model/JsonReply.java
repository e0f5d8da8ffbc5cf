package dev.tributary.nl2sql.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads replies that are, or hold, a JSON object. */
final class JsonReply {
  private static final int MOST_TRIES = 5;
  private static final int MOST_OPTIONS = 6;
  private static final int MOST_IGNORED = 20;

  /** Models break lines within texts, which JSON forbids, and nobody minds. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private JsonReply() {}

  static Optional<Reply> read(String text) {
    int from = text.indexOf('{');
    for (int tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
      Optional<Reply> reply = object(text.substring(from)).flatMap(JsonReply::interpreted);
      if (reply.isPresent()) {
        return reply;
      }
      from = text.indexOf('{', from + 1);
    }
    return Optional.empty();
  }

  /** The object that the text begins with, whatever follows it. */
  private static Optional<JsonNode> object(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Reply> interpreted(JsonNode node) {
    String outcome = text(node, "outcome").toLowerCase(Locale.ROOT);
    String reasoning = text(node, "reasoning");
    return switch (outcome) {
      case "not_data_query" -> declined(Outcome.Reason.NOT_A_DATA_QUESTION, reasoning);
      case "cannot_answer" -> declined(Outcome.Reason.CANNOT_ANSWER, reasoning);
      case "clarify" -> clarify(node, reasoning);
      default -> Replies.sql(text(node, "sql"), reasoning, ignored(node));
    };
  }

  private static Optional<Reply> declined(Outcome.Reason reason, String words) {
    return Optional.of(new Reply.Decline(reason, Wording.plain(words)));
  }

  private static Optional<Reply> clarify(JsonNode node, String reasoning) {
    String question = text(node, "question");
    List<Outcome.Option> options = new ArrayList<>();
    for (JsonNode option : node.path("options")) {
      String label = Wording.plain(text(option, "label"));
      String instead = text(option, "question").strip();
      boolean usable = !label.isEmpty() && !instead.isEmpty();
      if (usable && instead.length() <= Question.MAX_LENGTH && options.size() < MOST_OPTIONS) {
        options.add(new Outcome.Option(label, instead));
      }
    }
    String words = Wording.plain(question.isBlank() ? reasoning : question);
    return Optional.of(new Reply.Clarify(words, options));
  }

  private static List<String> ignored(JsonNode node) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : node.path("ignored")) {
      if (word.isTextual() && !word.asText().isBlank() && words.size() < MOST_IGNORED) {
        words.add(Wording.plain(word.asText()));
      }
    }
    return words;
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isTextual() ? value.asText() : "";
  }
}
