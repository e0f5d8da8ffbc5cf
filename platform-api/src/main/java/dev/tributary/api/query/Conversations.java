package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;

/** Remembers what was asked in conversations. Implementations are thread-safe. */
public interface Conversations {
  /** Remembers nothing. */
  Conversations NONE =
      new Conversations() {
        @Override
        public List<GenerationRequest.Turn> recent(String sessionId, int limit) {
          return List.of();
        }

        @Override
        public void add(String sessionId, GenerationRequest.Turn turn, Instant at) {}

        @Override
        public int forget(Instant before) {
          return 0;
        }
      };

  /**
   * The last questions of a conversation.
   *
   * @param sessionId the conversation; one that is not known has no questions
   * @param limit how many at most, at least 1
   * @return the questions, the oldest first
   */
  List<GenerationRequest.Turn> recent(String sessionId, int limit);

  /**
   * Adds a question at the end of a conversation, which begins with its first.
   *
   * @param sessionId the conversation
   * @param turn what was asked and what came of it
   * @param at when
   */
  void add(String sessionId, GenerationRequest.Turn turn, Instant at);

  /**
   * Forgets conversations in which nothing was asked for long.
   *
   * @param before those whose last question is older
   * @return how many were forgotten
   */
  int forget(Instant before);
}
