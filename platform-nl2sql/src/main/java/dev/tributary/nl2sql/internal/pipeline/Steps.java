package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes steps, tells of each as it begins and ends, and turns what goes wrong into an outcome. */
final class Steps {
  private static final System.Logger LOG = System.getLogger(Steps.class.getName());

  private final Parts parts;
  private final Map<Stage, Step> steps = new EnumMap<>(Stage.class);

  Steps(Parts parts) {
    this.parts = parts;
    steps.put(Stage.GROUND, new GroundStep(parts));
    steps.put(Stage.GENERATE, new GenerateStep(parts));
    steps.put(Stage.GATE, new GateStep(parts));
    steps.put(Stage.REPAIR, new RepairStep());
    steps.put(Stage.EXECUTE, new ExecuteStep(parts));
    steps.put(Stage.DESCRIBE, new DescribeStep(parts));
  }

  @Nullable Stage take(Stage stage, Running running) {
    Run run = running.run;
    if (stopped(stage, run)) {
      return null;
    }
    int attempt = run.attempt();
    long begun = parts.ticker().getAsLong();
    run.detail = "";
    run.stepTokens = TokenUsage.NONE;
    running.tell(new Progress.Step(stage, false, attempt, Duration.ZERO, "", TokenUsage.NONE));
    Stage next = takeSafely(stage, run);
    Duration elapsed = Duration.ofNanos(parts.ticker().getAsLong() - begun);
    running.tell(new Progress.Step(stage, true, attempt, elapsed, run.detail, run.stepTokens));
    return next;
  }

  private @Nullable Stage takeSafely(Stage stage, Run run) {
    try {
      return Objects.requireNonNull(steps.get(stage)).take(run);
    } catch (PlatformException failed) {
      if (!stopped(stage, run)) {
        run.detail = String.valueOf(failed.getMessage());
        run.fail(stage, failed.code().name().toLowerCase(Locale.ROOT), run.detail);
      }
      return null;
    } catch (RuntimeException failed) {
      if (!stopped(stage, run)) {
        LOG.log(System.Logger.Level.ERROR, "a question failed at " + stage, failed);
        run.detail = "failed";
        run.fail(stage, "internal", "something went wrong; the log says what");
      }
      return null;
    } catch (StackOverflowError deep) {
      LOG.log(System.Logger.Level.ERROR, "a question failed at " + stage, deep);
      run.fail(stage, "internal", "the question leads too deep; ask for less at once");
      return null;
    }
  }

  private static boolean stopped(Stage stage, Run run) {
    if (!Thread.currentThread().isInterrupted()) {
      return false;
    }
    run.detail = "cancelled";
    run.fail(stage, "cancelled", "cancelled");
    return true;
  }
}
