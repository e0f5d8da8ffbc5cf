package dev.tributary.http.internal.query;

import dev.tributary.api.query.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question; exactly one of the last three is there.
 *
 * @param outcome which one
 * @param requestId what it was asked with
 * @param message the answer in a sentence, the question back, or why it was declined
 * @param answer the answer
 * @param clarification the question back
 * @param refusal why it was declined
 */
record OutcomeAnswer(
    Kind outcome,
    String requestId,
    String message,
    @Nullable ResultAnswer answer,
    @Nullable ClarificationAnswer clarification,
    @Nullable RefusalAnswer refusal) {

  /** What can become of a question. */
  enum Kind {
    ANSWERED,
    CLARIFICATION,
    REFUSED
  }

  static OutcomeAnswer of(Outcome outcome, String requestId) {
    return switch (outcome) {
      case Outcome.Answered(var answer) ->
          new OutcomeAnswer(
              Kind.ANSWERED, requestId, answer.summary(), ResultAnswer.of(answer), null, null);
      case Outcome.NeedsClarification asked ->
          new OutcomeAnswer(
              Kind.CLARIFICATION,
              requestId,
              asked.question(),
              null,
              new ClarificationAnswer(asked.question(), asked.options()),
              null);
      case Outcome.Refused refused ->
          new OutcomeAnswer(
              Kind.REFUSED, requestId, refused.message(), null, null, RefusalAnswer.of(refused));
      case Outcome.Failed failed -> throw Failures.of(failed);
    };
  }
}
