package dev.tributary.langchain4j.internal.provider;

import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.tributary.langchain4j.internal.call.ChatCall;

/** Ollama. It keeps the beginning of the last prompt by itself and does not say how much of it. */
public final class Ollama {
  private Ollama() {}

  /**
   * Reaches a model.
   *
   * @param endpoint where it is
   * @return calls of it
   */
  public static ChatCall at(Endpoint endpoint) {
    OllamaChatModel model =
        OllamaChatModel.builder()
            .httpClientBuilder(endpoint.transport())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .timeout(endpoint.timeout())
            .maxRetries(0)
            .build();
    return new ChatCall(model, counted -> Counts.of(counted, 0));
  }
}
