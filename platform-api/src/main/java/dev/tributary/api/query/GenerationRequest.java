package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;

/**
 * What a generator gets to work with.
 *
 * @param question what is asked
 * @param schema what it may be about
 * @param dialect the SQL to write: {@code sqlite}, {@code postgresql} or {@code mysql}
 * @param now the instant from which "yesterday" is counted
 * @param turns earlier questions of the conversation, the oldest first
 * @param attempts what was proposed before for this question, and what was wrong with it
 */
public record GenerationRequest(
    Question question,
    DataSchema schema,
    String dialect,
    Instant now,
    List<Turn> turns,
    List<Attempt> attempts) {
  /**
   * Copies the lists.
   *
   * @param question what is asked
   * @param schema what it may be about
   * @param dialect the SQL to write
   * @param now the instant
   * @param turns earlier questions
   * @param attempts what was proposed before
   */
  public GenerationRequest {
    turns = List.copyOf(turns);
    attempts = List.copyOf(attempts);
  }

  /**
   * An earlier question of a conversation.
   *
   * @param question what was asked
   * @param sql the SQL that answered it; empty if it was not answered
   * @param summary what came of it, in a few words
   * @param options the readings it was asked back with; empty if it was not
   */
  public record Turn(String question, String sql, String summary, List<Outcome.Option> options) {
    /**
     * Copies the list.
     *
     * @param question what was asked
     * @param sql the SQL that answered it
     * @param summary what came of it
     * @param options the readings it was asked back with
     */
    public Turn {
      options = List.copyOf(options);
    }

    /**
     * A question that was not asked back.
     *
     * @param question what was asked
     * @param sql the SQL that answered it
     * @param summary what came of it
     */
    public Turn(String question, String sql, String summary) {
      this(question, sql, summary, List.of());
    }
  }

  /**
   * SQL that did not do.
   *
   * @param sql the SQL
   * @param error why it did not do
   */
  public record Attempt(String sql, String error) {}
}
