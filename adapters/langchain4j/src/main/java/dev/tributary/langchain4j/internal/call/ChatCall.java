package dev.tributary.langchain4j.internal.call;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.langchain4j.internal.transport.Failure;
import java.util.function.Function;

/** One request to a chat model, and what its reply means. Thread-safe. */
public final class ChatCall {
  private final ChatModel model;
  private final Function<TokenUsage, dev.tributary.api.query.TokenUsage> usage;

  /**
   * Makes it.
   *
   * @param model the model
   * @param usage reads what the provider counted
   */
  public ChatCall(ChatModel model, Function<TokenUsage, dev.tributary.api.query.TokenUsage> usage) {
    this.model = model;
    this.usage = usage;
  }

  /**
   * Makes the request.
   *
   * @param prompt what to write
   * @return what was written
   * @throws Failure if nothing was
   */
  public LanguageModel.Completion make(LanguageModel.Prompt prompt) {
    ChatRequest request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
            .temperature(prompt.temperature())
            .maxOutputTokens(prompt.maxOutputTokens())
            .build();
    return completion(sent(request));
  }

  private ChatResponse sent(ChatRequest request) {
    try {
      return model.chat(request);
    } catch (RuntimeException thrown) {
      throw failure(thrown);
    }
  }

  private LanguageModel.Completion completion(ChatResponse response) {
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    if (text == null || text.isBlank()) {
      throw Failure.lasting(
          ModelException.Cause.BAD_REPLY,
          "the reply is empty (" + response.finishReason() + ")",
          null);
    }
    TokenUsage counted = response.tokenUsage();
    return new LanguageModel.Completion(
        text, counted == null ? dev.tributary.api.query.TokenUsage.NONE : usage.apply(counted));
  }

  /** What the transport threw is somewhere below; anything else the library could not read. */
  private static Failure failure(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure known) {
        return known;
      }
      if (cause instanceof ContentFilteredException) {
        return Failure.lasting(
            ModelException.Cause.BAD_REPLY, "the provider held the reply back", null);
      }
    }
    // Its message may quote the reply, which may quote the prompt.
    return Failure.passing(
        ModelException.Cause.BAD_REPLY,
        null,
        "the reply could not be read (" + thrown.getClass().getSimpleName() + ")",
        null);
  }
}
