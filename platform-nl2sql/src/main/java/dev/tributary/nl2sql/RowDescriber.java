package dev.tributary.nl2sql;

import dev.tributary.api.query.Chart;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.Describer;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.nl2sql.internal.chart.Charts;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Frames;
import dev.tributary.nl2sql.internal.insight.Insights;
import dev.tributary.nl2sql.internal.lineage.QueryOutlines;
import dev.tributary.nl2sql.internal.suggest.Answerable;
import dev.tributary.nl2sql.internal.suggest.FollowUps;
import dev.tributary.nl2sql.internal.wording.Cautions;
import dev.tributary.nl2sql.internal.wording.Explanation;
import dev.tributary.nl2sql.internal.wording.Names;
import dev.tributary.nl2sql.internal.wording.Summary;
import java.util.function.BiPredicate;

/**
 * Describes rows from the rows alone: kinds and units by the columns that the SQL reads, a chart
 * chosen by what the columns are for, insights and a sentence computed from the values. No number
 * in them is not in the rows or computed from them. Equal rows have equal descriptions, in every
 * locale and time zone.
 *
 * <p>Thread-safe.
 */
public final class RowDescriber implements Describer {
  private static final int LONGEST_TITLE = 80;

  private final QueryOutlines outlines = new QueryOutlines();
  private final Answerable answerable;

  private RowDescriber(Answerable answerable) {
    this.answerable = answerable;
  }

  /**
   * Makes a describer that suggests nothing to go on with.
   *
   * @return the describer
   */
  public static RowDescriber ofDefaults() {
    return of((schema, question) -> false);
  }

  /**
   * Makes a describer.
   *
   * @param answerable says whether a question about a schema can be answered; only such questions
   *     are suggested to go on with. It is asked often and should be quick
   * @return the describer
   */
  public static RowDescriber of(BiPredicate<DataSchema, String> answerable) {
    return new RowDescriber(new Answerable(answerable));
  }

  @Override
  public Description describe(Findings findings) {
    Frame frame = Frames.of(findings.rows(), outlines.of(findings.sql(), findings.schema()));
    Chart chart = Charts.of(frame, title(findings, frame));
    return new Description(
        frame.fields().stream().map(Field::column).toList(),
        Summary.of(frame),
        chart,
        Insights.of(frame),
        Explanation.of(findings.explanation(), findings.tables(), frame),
        FollowUps.of(frame, findings.question(), findings.schema(), answerable),
        Cautions.of(frame),
        TokenUsage.NONE);
  }

  private static String title(Findings findings, Frame frame) {
    String title =
        findings.question().isBlank()
            ? String.join(
                ", ", frame.fields().stream().map(field -> Names.of(field.name())).toList())
            : findings.question().strip();
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }
}
