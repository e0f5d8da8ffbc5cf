package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Stage;
import org.jspecify.annotations.Nullable;

/** Sends SQL that did not do back to its generator, with what was wrong with it. */
final class RepairStep implements Step {

  @Override
  public @Nullable Stage take(Run run) {
    run.attempts.add(new GenerationRequest.Attempt(run.sql(), run.fault));
    run.detail = run.fault;
    return Stage.GENERATE;
  }
}
