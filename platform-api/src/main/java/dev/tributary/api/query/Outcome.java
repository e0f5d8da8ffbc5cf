package dev.tributary.api.query;

import java.util.List;

/** What became of a question. Immutable. */
public sealed interface Outcome {

  /**
   * It was answered.
   *
   * @param answer the answer
   */
  record Answered(Answer answer) implements Outcome {}

  /**
   * It can be read in more than one way, and guessing would be wrong too often.
   *
   * @param question what to ask back, in plain words
   * @param options the readings; at least two
   */
  record NeedsClarification(String question, List<Option> options) implements Outcome {
    /**
     * Copies the list.
     *
     * @param question what to ask back
     * @param options the readings
     */
    public NeedsClarification {
      options = List.copyOf(options);
    }
  }

  /**
   * One way to read a question.
   *
   * @param label the reading in plain words
   * @param question the question to ask instead to get this reading
   */
  record Option(String label, String question) {}

  /**
   * It was declined: answering would have meant to guess, or to break a rule.
   *
   * @param reason why
   * @param message why, for whoever asked
   * @param terms the words that were not understood, each with what comes nearest
   * @param violations what the gate objects to, if it does
   */
  record Refused(
      Reason reason, String message, List<UnknownTerm> terms, List<SqlViolation> violations)
      implements Outcome {
    /**
     * Copies the lists.
     *
     * @param reason why
     * @param message why, for whoever asked
     * @param terms the words that were not understood
     * @param violations what the gate objects to
     */
    public Refused {
      terms = List.copyOf(terms);
      violations = List.copyOf(violations);
    }
  }

  /** Why a question was declined. */
  enum Reason {
    /** A word carries meaning and names nothing in the data. */
    UNKNOWN_TERM,
    /** It is about the data, but the data does not hold what is asked. */
    CANNOT_ANSWER,
    /** It is not about the data. */
    NOT_A_DATA_QUESTION,
    /** It asks to change data, or its SQL may not run. */
    NOT_ALLOWED
  }

  /**
   * A word that names nothing in the data.
   *
   * @param term the word as it was written
   * @param nearest what comes nearest, the nearest first; may be empty
   */
  record UnknownTerm(String term, List<String> nearest) {
    /**
     * Copies the list.
     *
     * @param term the word
     * @param nearest what comes nearest
     */
    public UnknownTerm {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * It could not be answered because something went wrong.
   *
   * @param stage where it went wrong
   * @param code the fault, such as {@code time_limit}
   * @param message what went wrong and what to do
   * @param sql the SQL that was to run; empty if there was none yet
   */
  record Failed(Stage stage, String code, String message, String sql) implements Outcome {}
}
