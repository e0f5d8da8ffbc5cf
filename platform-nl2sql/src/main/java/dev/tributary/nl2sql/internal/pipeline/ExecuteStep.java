package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.Stage;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the SQL, unless its rows are in the cache. */
final class ExecuteStep implements Step {
  /** What another wording of the SQL may mend. */
  private static final Set<String> REPAIRABLE = Set.of("REFUSED_BY_SERVER", "NOT_A_QUERY");

  private final Parts parts;

  ExecuteStep(Parts parts) {
    this.parts = parts;
  }

  @Override
  public @Nullable Stage take(Run run) {
    Provenance provenance = parts.origin().trace(new LinkedHashSet<>(run.check().tables()), run.at);
    run.provenance(provenance);
    ResultCache.Key key = key(run, provenance);
    Optional<ResultCache.Rows> kept =
        key.dataVersion().isEmpty() ? Optional.empty() : parts.cache().find(key);
    try {
      run.rows(kept.orElseGet(() -> fetch(run, key)), kept.isPresent());
    } catch (PlatformException failed) {
      return refused(run, failed);
    }
    run.detail = run.rows().rows().size() + " rows" + (run.fromCache ? " from the cache" : "");
    return Stage.DESCRIBE;
  }

  private ResultCache.Rows fetch(Run run, ResultCache.Key key) {
    ResultCache.Rows rows = parts.runner().run(key.sql(), run.maxRows);
    if (!key.dataVersion().isEmpty()) {
      parts.cache().keep(key, rows);
    }
    return rows;
  }

  private ResultCache.Key key(Run run, Provenance provenance) {
    String policy = parts.limits().policy() + "|" + parts.dialect() + "|" + run.maxRows;
    return new ResultCache.Key(policy, provenance.dataVersion(), run.check().sql());
  }

  private @Nullable Stage refused(Run run, PlatformException failed) {
    String code = failed.code().name();
    run.fault = String.valueOf(failed.getMessage());
    run.detail = run.fault;
    if (!REPAIRABLE.contains(code) || run.question == null) {
      run.fail(Stage.EXECUTE, code.toLowerCase(Locale.ROOT), run.detail);
      return null;
    }
    if (run.attempts.size() < parts.limits().repairs()) {
      return Stage.REPAIR;
    }
    run.end(
        new Outcome.Failed(
            Stage.EXECUTE,
            code.toLowerCase(Locale.ROOT),
            run.detail + ". Could you put the question in other words?",
            run.sql()));
    return null;
  }
}
