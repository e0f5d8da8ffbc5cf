package dev.tributary.api.query;

/**
 * What language models took and gave, in tokens.
 *
 * @param input tokens read
 * @param output tokens written
 * @param cached tokens among those read that the provider had in its cache
 */
public record TokenUsage(long input, long output, long cached) {
  /** Nothing. */
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0);

  /**
   * Adds up.
   *
   * @param other what else was used
   * @return the sum
   */
  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(input + other.input, output + other.output, cached + other.cached);
  }
}
