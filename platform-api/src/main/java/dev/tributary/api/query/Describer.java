package dev.tributary.api.query;

import java.util.List;
import java.util.Set;

/** Turns rows into an answer that people can read. Implementations are thread-safe. */
@FunctionalInterface
public interface Describer {

  /**
   * Describes rows. What it throws costs the answer its description, not its rows.
   *
   * @param findings the rows and how they came about
   * @return the description
   */
  Description describe(Findings findings);

  /**
   * Rows, and how they came about.
   *
   * @param question what was asked, as it was understood; empty if SQL was given
   * @param sql the SQL that ran
   * @param tables the tables it read, in lower case
   * @param schema what can be asked about
   * @param rows the rows
   * @param explanation how the question was understood, in plain words; empty if nobody said
   */
  record Findings(
      String question,
      String sql,
      Set<String> tables,
      DataSchema schema,
      ResultCache.Rows rows,
      String explanation) {
    /**
     * Copies the set.
     *
     * @param question what was asked
     * @param sql the SQL that ran
     * @param tables the tables it read
     * @param schema what can be asked about
     * @param rows the rows
     * @param explanation how the question was understood
     */
    public Findings {
      tables = Set.copyOf(tables);
    }
  }

  /**
   * What there is to say of rows.
   *
   * @param columns the columns with kinds and units, one for each column of the rows
   * @param summary the answer in a sentence or two; what a conversation remembers
   * @param chart how to draw the rows
   * @param insights what stands out, the weightiest first
   * @param explanation what was done to get the answer, in plain words
   * @param followUps questions to go on with
   * @param warnings what one should know before trusting the answer
   * @param tokens what language models took
   */
  record Description(
      List<AnswerColumn> columns,
      String summary,
      Chart chart,
      List<Insight> insights,
      String explanation,
      List<String> followUps,
      List<String> warnings,
      TokenUsage tokens) {
    /**
     * Copies the lists.
     *
     * @param columns the columns
     * @param summary the answer in a sentence or two
     * @param chart how to draw the rows
     * @param insights what stands out
     * @param explanation what was done
     * @param followUps questions to go on with
     * @param warnings what one should know
     * @param tokens what language models took
     */
    public Description {
      columns = List.copyOf(columns);
      insights = List.copyOf(insights);
      followUps = List.copyOf(followUps);
      warnings = List.copyOf(warnings);
    }
  }
}
