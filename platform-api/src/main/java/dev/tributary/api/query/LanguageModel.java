package dev.tributary.api.query;

/** A language model of some provider. Implementations are thread-safe. */
public interface LanguageModel {

  /**
   * Names provider and model, such as {@code gemini:gemini-2.5-flash}.
   *
   * @return the name
   */
  String name();

  /**
   * Has a text written.
   *
   * @param prompt what to write
   * @return the text
   * @throws ModelException if the model cannot be reached, refuses, or is too slow
   */
  Completion complete(Prompt prompt);

  /**
   * What to write.
   *
   * @param system who the model is and what rules hold; the same for many prompts, so that
   *     providers can cache it
   * @param user the task at hand
   * @param maxOutputTokens how much it may write, at least 1
   * @param temperature 0 for the likeliest words, up to 2
   */
  record Prompt(String system, String user, int maxOutputTokens, double temperature) {}

  /**
   * What was written.
   *
   * @param text the text
   * @param tokens what it took
   */
  record Completion(String text, TokenUsage tokens) {}
}
