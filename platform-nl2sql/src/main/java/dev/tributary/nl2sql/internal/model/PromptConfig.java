package dev.tributary.nl2sql.internal.model;

/**
 * What a model is told.
 *
 * @param shareValues whether stored values may be told: samples, least and greatest values, and
 *     summaries of earlier answers
 * @param schemaTokens about how many tokens the description of the tables may take
 * @param guidance what else the model should know of the domain; empty for nothing
 */
public record PromptConfig(boolean shareValues, int schemaTokens, String guidance) {
  /** About how many tokens the description of the tables takes at most by default: {@value}. */
  public static final int DEFAULT_SCHEMA_TOKENS = 6_000;

  /** Nothing stored is told. */
  public static final PromptConfig DEFAULT = new PromptConfig(false, DEFAULT_SCHEMA_TOKENS, "");
}
