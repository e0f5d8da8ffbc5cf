package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.tributary.langchain4j.internal.call.ChatCall;

/** OpenAI, and servers that speak its interface. It caches the beginning of prompts on its own. */
public final class OpenAi {
  private OpenAi() {}

  /**
   * Reaches a model.
   *
   * @param endpoint where it is
   * @return calls of it
   */
  public static ChatCall at(Endpoint endpoint) {
    OpenAiChatModel model =
        OpenAiChatModel.builder()
            .httpClientBuilder(endpoint.transport())
            .baseUrl(endpoint.baseUrl())
            .apiKey(endpoint.key().reveal())
            .modelName(endpoint.model())
            .timeout(endpoint.timeout())
            .maxRetries(0)
            .build();
    return new ChatCall(model, OpenAi::usage);
  }

  private static dev.tributary.api.query.TokenUsage usage(TokenUsage counted) {
    boolean detailed = counted instanceof OpenAiTokenUsage own && own.inputTokensDetails() != null;
    Integer cached =
        detailed ? ((OpenAiTokenUsage) counted).inputTokensDetails().cachedTokens() : null;
    return Counts.of(counted, Counts.orZero(cached));
  }
}
