package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.tributary.langchain4j.internal.call.ChatCall;

/** Anthropic. It is asked to cache the system part of prompts, and counts what was cached apart. */
public final class Anthropic {
  private Anthropic() {}

  /**
   * Reaches a model.
   *
   * @param endpoint where it is
   * @return calls of it
   */
  public static ChatCall at(Endpoint endpoint) {
    AnthropicChatModel model =
        AnthropicChatModel.builder()
            .httpClientBuilder(endpoint.transport())
            .baseUrl(endpoint.baseUrl())
            .apiKey(endpoint.key().reveal())
            .modelName(endpoint.model())
            .timeout(endpoint.timeout())
            .cacheSystemMessages(true)
            .maxRetries(0)
            .build();
    return new ChatCall(model, Anthropic::usage);
  }

  private static dev.tributary.api.query.TokenUsage usage(TokenUsage counted) {
    if (!(counted instanceof AnthropicTokenUsage own)) {
      return Counts.of(counted, 0);
    }
    long cached = Counts.orZero(own.cacheReadInputTokens());
    long stored = Counts.orZero(own.cacheCreationInputTokens());
    long input = Counts.orZero(own.inputTokenCount()) + cached + stored;
    return new dev.tributary.api.query.TokenUsage(
        input, Counts.orZero(own.outputTokenCount()), cached);
  }
}
