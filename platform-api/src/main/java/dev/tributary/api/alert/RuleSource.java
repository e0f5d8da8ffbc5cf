package dev.tributary.api.alert;

import java.time.Duration;

/** Where the values of a rule's metric come from. */
public sealed interface RuleSource {
  /**
   * Events in the log: those handed in, what the platform itself reports (metrics that begin with
   * {@code source.}, {@code data_center.} and {@code quarantine.}) and the machine it runs on
   * ({@code system.}).
   *
   * @return the source
   */
  static RuleSource events() {
    return new Events();
  }

  /**
   * A question to the store, asked again and again; each answer becomes an event.
   *
   * @param sql a SELECT; its first numeric column is the value, its text columns are labels
   * @param every how often, from a second to a day
   * @return the source
   * @throws IllegalArgumentException if there is no question or the time is out of range
   */
  static RuleSource query(String sql, Duration every) {
    return new Query(sql, every);
  }

  /** Events in the log. */
  record Events() implements RuleSource {}

  /**
   * A question to the store.
   *
   * @param sql a SELECT
   * @param every how often it is asked
   */
  record Query(String sql, Duration every) implements RuleSource {
    private static final Duration OFTENEST = Duration.ofSeconds(1);
    private static final Duration RAREST = Duration.ofDays(1);

    /** Refuses an empty question and times out of range. */
    public Query {
      if (sql.isBlank()) {
        throw new IllegalArgumentException("query is empty: write a SELECT");
      }
      if (every.compareTo(OFTENEST) < 0 || every.compareTo(RAREST) > 0) {
        throw new IllegalArgumentException(
            "query every " + every + ": choose from a second to a day, such as 1m");
      }
    }
  }
}
