package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Stage;
import org.jspecify.annotations.Nullable;

/** One step of the way. */
@FunctionalInterface
interface Step {

  /**
   * Takes the step.
   *
   * @param run the question
   * @return the next step; null if the run has ended
   */
  @Nullable Stage take(Run run);
}
