package dev.tributary.embedded.internal.ask;

import dev.tributary.api.settings.Settings;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.QueryLimits;
import java.time.Duration;

/**
 * How questions are answered.
 *
 * @param repairs how often SQL that did not do goes back
 * @param limits what the query of an answer may take
 * @param refreshAfter after how long tables are looked at anew; zero for never
 * @param cache how rows are kept for questions that come again
 * @param conversations how long a conversation is kept after its last question
 * @param shareValues whether a model may be told stored values
 * @param describeTables whether a model describes tables of which nobody said what they mean
 * @param guidance what a model should know of the domain
 */
public record AskConfig(
    int repairs,
    QueryLimits limits,
    Duration refreshAfter,
    CacheConfig cache,
    Duration conversations,
    boolean shareValues,
    boolean describeTables,
    String guidance) {
  /** What holds where nothing is said. */
  public static final AskConfig DEFAULT =
      new AskConfig(
          Nl2Sql.DEFAULT_REPAIRS,
          QueryLimits.DEFAULT,
          Duration.ofMinutes(5),
          CacheConfig.DEFAULT,
          Duration.ofDays(30),
          false,
          false,
          "");

  private static final int MOST_ROWS = 1_000_000;

  /**
   * Reads the sections of a configuration. What is wrong with them is noted there.
   *
   * @param ask how questions are answered
   * @param retention how long things are kept
   * @return what they say
   */
  public static AskConfig read(Settings ask, Settings retention) {
    return new AskConfig(
        (int) ask.integer("repairs", DEFAULT.repairs(), 0, Nl2Sql.MOST_REPAIRS),
        limits(ask),
        ask.duration("refresh_after", DEFAULT.refreshAfter()),
        CacheConfig.read(ask.section("cache")),
        retention.duration("conversations", DEFAULT.conversations()),
        ask.flag("share_values", DEFAULT.shareValues()),
        ask.flag("describe_tables", DEFAULT.describeTables()),
        ask.choice("domain", Domain.GENERAL).guidance(ask.text("guidance", DEFAULT.guidance())));
  }

  private static QueryLimits limits(Settings ask) {
    QueryLimits usual = QueryLimits.DEFAULT;
    Duration time = ask.duration("time_limit", usual.time());
    if (time.toMillis() < 1) {
      ask.note("time_limit", "is not more than zero", "use a duration such as 30s");
      time = usual.time();
    }
    long bytes = ask.bytes("max_bytes", usual.bytes());
    if (bytes < 1) {
      ask.note("max_bytes", "is not more than zero", "use a size such as 16MiB");
      bytes = usual.bytes();
    }
    return new QueryLimits(time, (int) ask.integer("max_rows", usual.rows(), 1, MOST_ROWS), bytes);
  }
}
