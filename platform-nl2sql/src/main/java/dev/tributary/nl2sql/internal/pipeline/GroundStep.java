package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Question;
import dev.tributary.api.query.Stage;
import dev.tributary.nl2sql.internal.conversation.Picked;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what the question can be about: the tables, and what was asked before. */
final class GroundStep implements Step {
  private static final System.Logger LOG = System.getLogger(GroundStep.class.getName());

  private final Parts parts;

  GroundStep(Parts parts) {
    this.parts = parts;
  }

  @Override
  public @Nullable Stage take(Run run) {
    run.schema(parts.schema().get());
    Question question = Objects.requireNonNull(run.question);
    if (!question.sessionId().isEmpty()) {
      remember(run, question.sessionId());
      run.question = Picked.of(question, run.turns);
    }
    run.detail = run.schema().tables().size() + " tables, " + run.turns.size() + " earlier turns";
    return Stage.GENERATE;
  }

  private void remember(Run run, String sessionId) {
    try {
      run.turns = List.copyOf(parts.conversations().recent(sessionId, parts.limits().turns()));
    } catch (RuntimeException forgotten) {
      LOG.log(System.Logger.Level.WARNING, "a conversation could not be read", forgotten);
      run.warn("the conversation could not be read: the question was taken on its own");
    }
  }
}
