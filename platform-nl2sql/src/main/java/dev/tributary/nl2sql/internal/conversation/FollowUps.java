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
    Earlier earlier = earlier(request);
    if (earlier.question().isEmpty()) {
      return generator.propose(request);
    }
    return switch (FollowUp.of(earlier.question(), request.question().text())) {
      case FollowUp.Result.OnItsOwn alone -> generator.propose(request);
      case FollowUp.Result.Full full when full.question().length() <= Question.MAX_LENGTH ->
          explained(ask(request, full.question(), earlier.sense()), full.question());
      case FollowUp.Result.Full tooLong -> generator.propose(request);
      case FollowUp.Result.Unclear unclear -> scoped(earlier, unclear.rest(), request);
    };
  }

  /** The last question that was answered, said in full, and the sense in which it was. */
  private record Earlier(String question, Sense sense) {}

  private Earlier earlier(GenerationRequest request) {
    Earlier full = new Earlier("", Sense.ANY);
    List<Outcome.Option> options = List.of();
    for (GenerationRequest.Turn turn : request.turns()) {
      if (!turn.sql().isEmpty()) {
        Meant meant = Meant.of(turn.question());
        Earlier asked = new Earlier(meant.question(), Sense.of(meant.reading(), options));
        full = full.question().isEmpty() ? asked : inFull(full, asked, request);
      }
      options = turn.options();
    }
    return full;
  }

  private Earlier inFull(Earlier earlier, Earlier asked, GenerationRequest request) {
    Optional<String> full =
        switch (FollowUp.of(earlier.question(), asked.question())) {
          case FollowUp.Result.OnItsOwn alone -> Optional.empty();
          case FollowUp.Result.Full merged -> Optional.of(merged.question());
          case FollowUp.Result.Unclear unclear -> narrowed(earlier, unclear.rest(), request);
        };
    Sense sense = asked.sense().any() ? earlier.sense() : asked.sense();
    return full.map(question -> new Earlier(question, sense)).orElse(asked);
  }

  private Optional<String> narrowed(Earlier earlier, String value, GenerationRequest request) {
    return Narrowed.of(
        earlier.question(), value, question -> sql(request, question, earlier.sense()));
  }

  private Optional<String> sql(GenerationRequest request, String question, Sense sense) {
    return question.length() <= Question.MAX_LENGTH
            && ask(request, question, sense) instanceof Proposal.Sql proposal
        ? Optional.of(proposal.sql())
        : Optional.empty();
  }

  /** Asks in full, and takes the reply in the sense of before or not at all. */
  private Proposal ask(GenerationRequest request, String full, Sense sense) {
    Proposal proposal = generator.propose(inFull(request, full));
    if (sense.any()) {
      return proposal;
    }
    return switch (proposal) {
      case Proposal.Clarify back ->
          sense
              .among(back.clarification().options())
              .map(option -> generator.propose(inFull(request, option.question())))
              .orElse(back);
      case Proposal.Sql sql when !sense.holds(sql.explanation()) ->
          new Proposal.Decline(
              new Outcome.Refused(
                  Outcome.Reason.CANNOT_ANSWER,
                  "This cannot be added to what was picked before, \""
                      + sense.picked()
                      + "\". Ask it in full.",
                  List.of(),
                  List.of()),
              sql.tokens());
      case Proposal.Sql sql -> sql;
      case Proposal.Decline decline -> decline;
    };
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
  private Proposal scoped(Earlier earlier, String rest, GenerationRequest request) {
    Optional<String> narrowed = narrowed(earlier, rest, request);
    if (narrowed.isPresent()) {
      return explained(ask(request, narrowed.get(), earlier.sense()), narrowed.get());
    }
    Proposal alone = generator.propose(inFull(request, rest));
    if (alone instanceof Proposal.Sql) {
      return alone;
    }
    return new Proposal.Clarify(
        new Outcome.NeedsClarification(
            "Does \"" + rest + "\" narrow down what was asked before?",
            List.of(
                new Outcome.Option(
                    "the earlier question, for " + rest, earlier.question() + " for " + rest),
                new Outcome.Option("a question of its own", rest))),
        alone.tokens());
  }
}
