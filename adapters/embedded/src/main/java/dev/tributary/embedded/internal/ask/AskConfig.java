package dev.tributary.embedded.internal.ask;

import dev.tributary.api.settings.Settings;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.ReadOnlyQuery;
import java.time.Duration;

/**
 * How questions are answered.
 *
 * @param repairs how often SQL that did not do goes back
 * @param timeLimit how long a query may run
 * @param maxRows how many rows an answer has at most
 * @param refreshAfter after how long tables are looked at anew; zero for never
 * @param shareValues whether a model may be told stored values
 * @param describeTables whether a model describes tables of which nobody said what they mean
 * @param guidance what a model should know of the domain
 */
public record AskConfig(
    int repairs,
    Duration timeLimit,
    int maxRows,
    Duration refreshAfter,
    boolean shareValues,
    boolean describeTables,
    String guidance) {
  /** What holds where nothing is said. */
  public static final AskConfig DEFAULT =
      new AskConfig(
          Nl2Sql.DEFAULT_REPAIRS,
          Duration.ofSeconds(30),
          ReadOnlyQuery.DEFAULT_MAX_ROWS,
          Duration.ofMinutes(5),
          false,
          false,
          "");

  private static final int MOST_ROWS = 1_000_000;

  /**
   * Reads the section of a configuration. What is wrong with it is noted there.
   *
   * @param section the section
   * @return what it says
   */
  public static AskConfig read(Settings section) {
    Duration limit = section.duration("time_limit", DEFAULT.timeLimit());
    if (limit.toMillis() < 1) {
      section.note("time_limit", "is not more than zero", "use a duration such as 30s");
      limit = DEFAULT.timeLimit();
    }
    return new AskConfig(
        (int) section.integer("repairs", DEFAULT.repairs(), 0, Nl2Sql.MOST_REPAIRS),
        limit,
        (int) section.integer("max_rows", DEFAULT.maxRows(), 1, MOST_ROWS),
        section.duration("refresh_after", DEFAULT.refreshAfter()),
        section.flag("share_values", DEFAULT.shareValues()),
        section.flag("describe_tables", DEFAULT.describeTables()),
        section.text("guidance", DEFAULT.guidance()));
  }
}
