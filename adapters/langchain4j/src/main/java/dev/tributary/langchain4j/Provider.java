package dev.tributary.langchain4j;

import java.util.Locale;

/** Who runs a language model. */
public enum Provider {
  /** Google Gemini. */
  GEMINI("gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta"),
  /** OpenAI, and servers that speak its interface. */
  OPENAI("gpt-4.1-mini", "https://api.openai.com/v1"),
  /** Anthropic. */
  ANTHROPIC("claude-sonnet-4-5", "https://api.anthropic.com/v1"),
  /** Ollama, on this machine or near. */
  OLLAMA("qwen2.5-coder", "http://localhost:11434");

  private final String defaultModel;
  private final String defaultBaseUrl;

  Provider(String defaultModel, String defaultBaseUrl) {
    this.defaultModel = defaultModel;
    this.defaultBaseUrl = defaultBaseUrl;
  }

  /**
   * The model that is asked unless another is named.
   *
   * @return the provider's name of the model
   */
  public String defaultModel() {
    return defaultModel;
  }

  /**
   * Where it is asked unless elsewhere is set.
   *
   * @return the address that paths are added to
   */
  public String defaultBaseUrl() {
    return defaultBaseUrl;
  }

  /**
   * Tells whether it asks for a key.
   *
   * @return true if it does
   */
  public boolean needsKey() {
    return this != OLLAMA;
  }

  /** Its name in answers and configurations. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
