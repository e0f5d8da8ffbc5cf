package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.tributary.langchain4j.internal.call.ChatCall;

/** Google Gemini. It caches the beginning of prompts on its own. */
public final class Gemini {
  /** What a model may think counts as output; more than this would leave no room for SQL. */
  private static final int THINKING_TOKENS = 512;

  private Gemini() {}

  /**
   * Reaches a model.
   *
   * @param endpoint where it is
   * @return calls of it
   */
  public static ChatCall at(Endpoint endpoint) {
    GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder model =
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(endpoint.transport())
            .baseUrl(endpoint.baseUrl())
            .apiKey(endpoint.key().reveal())
            .modelName(endpoint.model())
            .timeout(endpoint.timeout())
            .maxRetries(0);
    if (endpoint.model().startsWith("gemini-2.5")) {
      model.thinkingConfig(GeminiThinkingConfig.builder().thinkingBudget(THINKING_TOKENS).build());
    }
    return new ChatCall(model.build(), Gemini::usage);
  }

  private static dev.tributary.api.query.TokenUsage usage(TokenUsage counted) {
    if (!(counted instanceof GoogleAiGeminiTokenUsage own)) {
      return Counts.of(counted, 0);
    }
    // Thoughts are paid for like words, and counted apart.
    return new dev.tributary.api.query.TokenUsage(
        Counts.orZero(own.inputTokenCount()),
        Counts.orZero(own.outputTokenCount()) + Counts.orZero(own.thoughtsTokenCount()),
        Counts.orZero(own.cachedContentTokenCount()));
  }
}
