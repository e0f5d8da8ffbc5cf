package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.ModelException;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.TokenUsage;
import java.util.List;

/** What a reply was taken for. */
sealed interface Reply {

  /** What the pipeline makes of it. */
  Proposal proposal(TokenUsage tokens);

  /** SQL, which may still be anything at all. */
  record Sql(String sql, String reasoning, List<String> ignored) implements Reply {
    @Override
    public Proposal proposal(TokenUsage tokens) {
      return new Proposal.Sql(sql, reasoning, ignored, tokens);
    }
  }

  /** A question back. */
  record Clarify(String question, List<Outcome.Option> options) implements Reply {
    @Override
    public Proposal proposal(TokenUsage tokens) {
      if (options.size() < 2) {
        return new Decline(Outcome.Reason.CANNOT_ANSWER, question).proposal(tokens);
      }
      return new Proposal.Clarify(new Outcome.NeedsClarification(question, options), tokens);
    }
  }

  /** A refusal. */
  record Decline(Outcome.Reason reason, String message) implements Reply {
    @Override
    public Proposal proposal(TokenUsage tokens) {
      String words =
          !message.isBlank()
              ? message
              : reason == Outcome.Reason.NOT_A_DATA_QUESTION
                  ? "this is not a question about the data"
                  : "the data does not hold what this asks for";
      return new Proposal.Decline(new Outcome.Refused(reason, words, List.of(), List.of()), tokens);
    }
  }

  /** Nothing that could be made sense of. */
  record Unreadable() implements Reply {
    @Override
    public Proposal proposal(TokenUsage tokens) {
      throw new ModelException(
          ModelException.Cause.BAD_REPLY,
          "the model replied with neither SQL nor a reason why there is none",
          null);
    }
  }
}
