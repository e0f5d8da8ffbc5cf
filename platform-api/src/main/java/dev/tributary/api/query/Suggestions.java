package dev.tributary.api.query;

import java.util.List;

/** Thinks of questions that can be answered. Implementations are thread-safe. */
@FunctionalInterface
public interface Suggestions {
  /** Thinks of nothing. */
  Suggestions NONE = (schema, turns, prefix, limit) -> List.of();

  /**
   * Suggests questions.
   *
   * @param schema what they can be about
   * @param turns what was asked in the conversation, the oldest first; empty for none
   * @param prefix what somebody has typed so far; empty for none
   * @param limit how many at most, at least 1
   * @return questions, the most fitting first
   */
  List<String> suggest(
      DataSchema schema, List<GenerationRequest.Turn> turns, String prefix, int limit);
}
