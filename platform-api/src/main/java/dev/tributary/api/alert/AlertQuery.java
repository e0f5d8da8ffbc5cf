package dev.tributary.api.alert;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list.
 *
 * @param rule only of this rule; null for all
 * @param state only in this state; null for all
 * @param activeOnly only those that are firing or recovering
 * @param limit the most to list, from 1 to 1000
 */
public record AlertQuery(
    @Nullable String rule, @Nullable AlertState state, boolean activeOnly, int limit) {

  /**
   * The alerts that are on.
   *
   * @return the query
   */
  public static AlertQuery active() {
    return new AlertQuery(null, null, true, 1000);
  }
}
