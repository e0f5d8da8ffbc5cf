package dev.tributary.api.query;

import java.util.List;

/** What a generator makes of a question. Immutable. */
public sealed interface Proposal {

  /**
   * What a language model took to make it.
   *
   * @return the tokens
   */
  TokenUsage tokens();

  /**
   * SQL.
   *
   * @param sql one statement
   * @param explanation how the question was understood, in plain words
   * @param ignored words of the question that were left out, each worth a warning
   * @param tokens what it took
   */
  record Sql(String sql, String explanation, List<String> ignored, TokenUsage tokens)
      implements Proposal {
    /**
     * Copies the list.
     *
     * @param sql one statement
     * @param explanation how the question was understood
     * @param ignored words that were left out
     * @param tokens what it took
     */
    public Sql {
      ignored = List.copyOf(ignored);
    }
  }

  /**
   * A question back.
   *
   * @param clarification the question with its readings
   * @param tokens what it took
   */
  record Clarify(Outcome.NeedsClarification clarification, TokenUsage tokens) implements Proposal {}

  /**
   * No SQL.
   *
   * @param refusal why
   * @param tokens what it took
   */
  record Decline(Outcome.Refused refusal, TokenUsage tokens) implements Proposal {}
}
