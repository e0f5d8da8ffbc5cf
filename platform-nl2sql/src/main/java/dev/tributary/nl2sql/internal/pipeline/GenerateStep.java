package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.ModelException;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has SQL proposed; where a generator cannot, the next one does, and the answer says so. */
final class GenerateStep implements Step {
  private static final System.Logger LOG = System.getLogger(GenerateStep.class.getName());

  private final Parts parts;

  GenerateStep(Parts parts) {
    this.parts = parts;
  }

  @Override
  public @Nullable Stage take(Run run) {
    while (run.generator < parts.generators().size()) {
      SqlGenerator generator = parts.generators().get(run.generator);
      run.generatorName = generator.name();
      try {
        return accept(run, generator.propose(request(run)));
      } catch (ModelException unfit) {
        if (Thread.currentThread().isInterrupted()) {
          throw unfit;
        }
        pass(run, generator, unfit);
      }
    }
    String before =
        run.fault.isEmpty() ? "" : "; what was proposed before did not do: " + run.fault;
    run.fail(
        Stage.GENERATE, "model_unavailable", "no SQL could be proposed; try again later" + before);
    return null;
  }

  /** The next generator begins afresh: the errors of another's SQL would mislead it. */
  private static void pass(Run run, SqlGenerator generator, ModelException unfit) {
    String kind = unfit.kind().name().toLowerCase(Locale.ROOT);
    LOG.log(System.Logger.Level.WARNING, "{0} is passed over: {1}", generator.name(), unfit);
    run.warn(generator.name() + " did not help (" + kind + "), so it was done without");
    run.generator++;
    run.attempts.clear();
  }

  private GenerationRequest request(Run run) {
    return new GenerationRequest(
        Objects.requireNonNull(run.question),
        run.schema(),
        parts.dialect(),
        run.at,
        run.turns,
        List.copyOf(run.attempts));
  }

  private static @Nullable Stage accept(Run run, Proposal proposal) {
    run.spend(proposal.tokens());
    return switch (proposal) {
      case Proposal.Sql sql -> {
        run.propose(sql);
        run.detail = sql.sql();
        yield repeats(run, sql.sql()) ? giveUp(run) : Stage.GATE;
      }
      case Proposal.Clarify clarify -> {
        run.detail = clarify.clarification().question();
        run.end(clarify.clarification());
        yield null;
      }
      case Proposal.Decline decline -> {
        run.detail = decline.refusal().message();
        run.end(decline.refusal());
        yield null;
      }
    };
  }

  private static boolean repeats(Run run, String sql) {
    return run.attempts.stream().anyMatch(attempt -> attempt.sql().equals(sql));
  }

  private static @Nullable Stage giveUp(Run run) {
    run.end(
        new Outcome.Refused(
            Outcome.Reason.CANNOT_ANSWER,
            "no SQL for this question could be made to work; please put it in other words",
            List.of(),
            List.of()));
    return null;
  }
}
