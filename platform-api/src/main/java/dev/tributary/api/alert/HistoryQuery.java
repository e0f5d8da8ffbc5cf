package dev.tributary.api.alert;

import org.jspecify.annotations.Nullable;

/**
 * Which transitions to list.
 *
 * @param rule only of this rule; null for all
 * @param fingerprint only of this alert; null for all
 * @param scope all, those that matter to people, or those of them that nobody has read
 * @param limit the most to list, from 1 to 1000
 * @param token where the last slice ended; null to begin with the newest
 */
public record HistoryQuery(
    @Nullable String rule,
    @Nullable String fingerprint,
    Scope scope,
    int limit,
    @Nullable String token) {

  /** How much to list. */
  public enum Scope {
    /** Every transition. */
    ALL,
    /** Alerts that went on or off, or could not be judged. */
    NOTABLE,
    /** Of these, what nobody has read. */
    UNREAD
  }

  /**
   * The newest transitions of all alerts.
   *
   * @param limit the most to list
   * @return the query
   */
  public static HistoryQuery newest(int limit) {
    return new HistoryQuery(null, null, Scope.ALL, limit, null);
  }
}
