package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads counts that providers may leave out. */
final class Counts {
  private Counts() {}

  static dev.tributary.api.query.TokenUsage of(TokenUsage counted, long cached) {
    return new dev.tributary.api.query.TokenUsage(
        orZero(counted.inputTokenCount()), orZero(counted.outputTokenCount()), cached);
  }

  static long orZero(@Nullable Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
