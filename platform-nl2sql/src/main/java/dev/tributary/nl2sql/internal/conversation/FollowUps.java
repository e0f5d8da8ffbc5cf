package dev.tributary.nl2sql.internal.conversation;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlGenerator;
import java.util.List;

/**
 * Lets a generator that knows nothing of conversations answer follow-ups: it is asked in full what
 * the follow-up says in short. Where that could mean several things, whoever asks is asked back.
 * Thread-safe.
 */
public final class FollowUps implements SqlGenerator {
  private final SqlGenerator generator;

  /**
   * Wraps a generator.
   *
   * @param generator is asked questions that need no others
   */
  public FollowUps(SqlGenerator generator) {
    this.generator = generator;
  }

  @Override
  public String name() {
    return generator.name();
  }

  @Override
  public Proposal propose(GenerationRequest request) {
    String asked = request.question().text();
    String earlier = earlier(request.turns());
    if (earlier.isEmpty()) {
      return generator.propose(request);
    }
    return switch (FollowUp.of(earlier, asked)) {
      case FollowUp.Result.OnItsOwn alone -> generator.propose(request);
      case FollowUp.Result.Full full when full.question().length() <= Question.MAX_LENGTH ->
          explained(generator.propose(inFull(request, full.question())), full.question());
      case FollowUp.Result.Full tooLong -> generator.propose(request);
      case FollowUp.Result.Unclear unclear -> askBack(earlier, unclear.rest(), request);
    };
  }

  /** The last question that was answered, said in full. */
  private static String earlier(List<GenerationRequest.Turn> turns) {
    String full = "";
    for (GenerationRequest.Turn turn : turns) {
      if (!turn.sql().isEmpty()) {
        boolean follows =
            !full.isEmpty() && FollowUp.of(full, turn.question()) instanceof FollowUp.Result.Full;
        full =
            follows
                ? ((FollowUp.Result.Full) FollowUp.of(full, turn.question())).question()
                : turn.question();
      }
    }
    return full;
  }

  private static GenerationRequest inFull(GenerationRequest request, String full) {
    Question asked = request.question();
    return new GenerationRequest(
        new Question(full, asked.sessionId(), asked.requestId(), asked.zone(), asked.maxRows()),
        request.schema(),
        request.dialect(),
        request.now(),
        List.of(),
        request.attempts());
  }

  private static Proposal explained(Proposal proposal, String full) {
    if (!(proposal instanceof Proposal.Sql sql)) {
      return proposal;
    }
    String explanation = ("Taken as \"" + full + "\". " + sql.explanation()).strip();
    return new Proposal.Sql(sql.sql(), explanation, sql.ignored(), sql.tokens());
  }

  private Proposal askBack(String earlier, String rest, GenerationRequest request) {
    Proposal alone = generator.propose(request);
    if (alone instanceof Proposal.Sql) {
      return alone;
    }
    return new Proposal.Clarify(
        new Outcome.NeedsClarification(
            "Does \"" + rest + "\" narrow down what was asked before?",
            List.of(
                new Outcome.Option("the earlier question, for " + rest, earlier + " for " + rest),
                new Outcome.Option("a question of its own", rest))),
        alone.tokens());
  }
}
