package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what is known of it.
 *
 * @param rule the rule
 * @param origin who declared it
 * @param enabled whether it is evaluated
 * @param version rises with each change
 * @param createdAt when it was first declared
 * @param updatedAt when it was last changed
 * @param sampling how its question to the store goes, if it asks one
 */
public record StoredRule(
    AlertRule rule,
    RuleOrigin origin,
    boolean enabled,
    long version,
    Instant createdAt,
    Instant updatedAt,
    Sampling sampling) {

  /**
   * How a question goes.
   *
   * @param at when it was last asked; null if it never was
   * @param failures how often in a row it could not be answered
   * @param error what went wrong the last time; null if nothing did
   */
  public record Sampling(@Nullable Instant at, int failures, @Nullable String error) {}
}
