package dev.tributary.api.query;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: rows, and everything needed to judge them.
 *
 * @param question what was asked; empty if SQL was given
 * @param summary the answer in a sentence or two, from the rows; what a conversation remembers
 * @param sql the SQL that ran
 * @param columns the columns, in order
 * @param rows the rows, each with one value per column
 * @param cut whether there were more rows than these
 * @param elapsed how long the SQL took
 * @param chart how to draw the rows
 * @param insights what stands out in the rows, the weightiest first; no number in them is not in
 *     the rows or computed from them
 * @param explanation what was done to get the answer, in plain words
 * @param followUps questions to go on with
 * @param provenance where the data is from, and how old it is
 * @param generator what wrote the SQL, such as {@code grounded} or {@code gemini:gemini-2.5-flash};
 *     {@code sql} if SQL was given
 * @param tokens what language models took
 * @param fromCache true if the rows are from the result cache
 * @param warnings what one should know before trusting the answer
 */
public record Answer(
    String question,
    String summary,
    String sql,
    List<AnswerColumn> columns,
    List<List<@Nullable Object>> rows,
    boolean cut,
    Duration elapsed,
    Chart chart,
    List<Insight> insights,
    String explanation,
    List<String> followUps,
    Provenance provenance,
    String generator,
    TokenUsage tokens,
    boolean fromCache,
    List<String> warnings) {
  /**
   * Copies the lists.
   *
   * @param question what was asked
   * @param summary the answer in a sentence or two
   * @param sql the SQL that ran
   * @param columns the columns
   * @param rows the rows
   * @param cut whether there were more
   * @param elapsed how long it took
   * @param chart how to draw the rows
   * @param insights what stands out
   * @param explanation what was done
   * @param followUps questions to go on with
   * @param provenance where the data is from
   * @param generator what wrote the SQL
   * @param tokens what language models took
   * @param fromCache whether the rows are from the cache
   * @param warnings what one should know
   */
  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    insights = List.copyOf(insights);
    followUps = List.copyOf(followUps);
    warnings = List.copyOf(warnings);
  }
}
