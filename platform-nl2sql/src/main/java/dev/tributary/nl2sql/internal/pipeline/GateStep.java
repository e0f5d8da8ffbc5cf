package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.SqlViolation;
import dev.tributary.api.query.Stage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Examines what was proposed. */
final class GateStep implements Step {
  private final Parts parts;

  GateStep(Parts parts) {
    this.parts = parts;
  }

  @Override
  public @Nullable Stage take(Run run) {
    if (run.question == null) {
      run.schema(parts.schema().get());
    }
    SqlCheck check = parts.examiner().examine(run.sql(), run.schema());
    run.check(check);
    if (check.allowed()) {
      run.detail = check.sql();
      return Stage.EXECUTE;
    }
    run.fault = errors(check.violations());
    run.detail = run.fault;
    if (run.question != null && run.attempts.size() < parts.limits().repairs()) {
      return Stage.REPAIR;
    }
    run.end(
        new Outcome.Refused(
            Outcome.Reason.NOT_ALLOWED,
            "the SQL may not run: " + run.fault,
            List.of(),
            check.violations()));
    return null;
  }

  private static String errors(List<SqlViolation> violations) {
    return violations.stream()
        .map(violation -> violation.rule() + ": " + violation.what() + "; " + violation.remedy())
        .collect(Collectors.joining("\n"));
  }
}
