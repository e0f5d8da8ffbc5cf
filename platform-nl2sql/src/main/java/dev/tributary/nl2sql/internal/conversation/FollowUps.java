package dev.tributary.nl2sql.internal.conversation;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.nl2sql.internal.reading.Meant;
import java.util.List;
import java.util.Optional;

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
    String earlier = earlier(request);
    if (earlier.isEmpty()) {
      return generator.propose(request);
    }
    return switch (FollowUp.of(earlier, request.question().text())) {
      case FollowUp.Result.OnItsOwn alone -> generator.propose(request);
      case FollowUp.Result.Full full when full.question().length() <= Question.MAX_LENGTH ->
          explained(generator.propose(inFull(request, full.question())), full.question());
      case FollowUp.Result.Full tooLong -> generator.propose(request);
      case FollowUp.Result.Unclear unclear -> scoped(earlier, unclear.rest(), request);
    };
  }

  /** The last question that was answered, said in full. */
  private String earlier(GenerationRequest request) {
    String full = "";
    for (GenerationRequest.Turn turn : request.turns()) {
      if (!turn.sql().isEmpty()) {
        String asked = Meant.of(turn.question()).question();
        full = full.isEmpty() ? asked : inFull(full, asked, request);
      }
    }
    return full;
  }

  private String inFull(String earlier, String asked, GenerationRequest request) {
    return switch (FollowUp.of(earlier, asked)) {
      case FollowUp.Result.OnItsOwn alone -> asked;
      case FollowUp.Result.Full full -> full.question();
      case FollowUp.Result.Unclear unclear ->
          Narrowed.of(earlier, unclear.rest(), question -> sql(request, question)).orElse(asked);
    };
  }

  private Optional<String> sql(GenerationRequest request, String question) {
    return question.length() <= Question.MAX_LENGTH
            && generator.propose(inFull(request, question)) instanceof Proposal.Sql proposal
        ? Optional.of(proposal.sql())
        : Optional.empty();
  }

  private static GenerationRequest inFull(GenerationRequest request, String full) {
    return new GenerationRequest(
        request.question().withText(full),
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

  /** A stored value narrows down what was asked before; anything else stands on its own. */
  private Proposal scoped(String earlier, String rest, GenerationRequest request) {
    Optional<String> narrowed = Narrowed.of(earlier, rest, question -> sql(request, question));
    if (narrowed.isPresent()) {
      return explained(generator.propose(inFull(request, narrowed.get())), narrowed.get());
    }
    Proposal alone = generator.propose(inFull(request, rest));
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
