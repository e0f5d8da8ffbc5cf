package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.Describer;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an answer of the rows. */
final class DescribeStep implements Step {
  private static final System.Logger LOG = System.getLogger(DescribeStep.class.getName());

  private final Parts parts;

  DescribeStep(Parts parts) {
    this.parts = parts;
  }

  @Override
  public @Nullable Stage take(Run run) {
    Describer.Description description = describe(run);
    run.spend(description.tokens());
    description.warnings().forEach(run::warn);
    run.detail = description.summary();
    run.end(new Outcome.Answered(answer(run, description)));
    return null;
  }

  private Describer.Description describe(Run run) {
    Describer.Findings findings =
        new Describer.Findings(
            run.question == null ? "" : run.question.text(),
            run.sql(),
            new LinkedHashSet<>(run.check().tables()),
            run.schema(),
            run.rows(),
            run.explanation);
    try {
      return parts.describer().describe(findings);
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "an answer could not be described", failed);
      run.warn("the rows could not be described");
      return PlainDescriber.INSTANCE.describe(findings);
    }
  }

  private static Answer answer(Run run, Describer.Description description) {
    ResultCache.Rows rows = run.rows();
    List<String> warnings = new ArrayList<>(run.warnings);
    if (rows.cut()) {
      warnings.add("there are more rows than these " + rows.rows().size());
    }
    return new Answer(
        run.question == null ? "" : run.question.text(),
        description.summary(),
        run.sql(),
        description.columns(),
        truths(rows.rows(), description.columns()),
        rows.cut(),
        rows.elapsed(),
        description.chart(),
        description.insights(),
        description.explanation(),
        description.followUps(),
        run.provenance(),
        run.generatorName,
        run.tokens,
        run.fromCache,
        warnings);
  }

  /** SQLite keeps truth values as numbers; whoever reads an answer is told true or false. */
  private static List<List<@Nullable Object>> truths(
      List<List<@Nullable Object>> rows, List<AnswerColumn> columns) {
    if (columns.stream().noneMatch(column -> column.kind() == AnswerColumn.Kind.BOOLEAN)) {
      return rows;
    }
    List<List<@Nullable Object>> told = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> values = new ArrayList<>(row);
      for (int i = 0; i < values.size(); i++) {
        boolean truth = columns.get(i).kind() == AnswerColumn.Kind.BOOLEAN;
        if (truth && values.get(i) instanceof Number number) {
          values.set(i, number.longValue() != 0);
        }
      }
      told.add(Collections.unmodifiableList(values));
    }
    return told;
  }
}
