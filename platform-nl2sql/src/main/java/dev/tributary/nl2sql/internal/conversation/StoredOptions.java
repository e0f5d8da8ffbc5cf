package dev.tributary.nl2sql.internal.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tributary.api.query.Outcome;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readings of a question as the store keeps them: pairs of label and question, in JSON. */
final class StoredOptions {
  private static final JsonMapper JSON = new JsonMapper();

  private StoredOptions() {}

  static @Nullable String text(List<Outcome.Option> options) {
    if (options.isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(
          options.stream().map(option -> List.of(option.label(), option.question())).toList());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static List<Outcome.Option> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return JSON.readValue(text, new TypeReference<List<List<String>>>() {}).stream()
          .map(pair -> new Outcome.Option(pair.get(0), pair.get(1)))
          .toList();
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
