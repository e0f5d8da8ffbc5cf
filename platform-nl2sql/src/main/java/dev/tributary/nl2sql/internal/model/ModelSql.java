package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;

/**
 * Has a language model propose SQL. Its reply is data: what it says is taken for SQL, a question
 * back or a refusal, and whether the SQL may run is for the gate to say. Thread-safe.
 */
public final class ModelSql implements SqlGenerator {
  /** How much a model may write: {@value} tokens. */
  public static final int MAX_OUTPUT_TOKENS = 2_000;

  private final LanguageModel model;
  private final PromptText text;

  /**
   * Makes a generator.
   *
   * @param model writes the SQL
   * @param config what the model is told
   */
  public ModelSql(LanguageModel model, PromptConfig config) {
    this.model = model;
    this.text = new PromptText(config);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Proposal propose(GenerationRequest request) {
    SchemaText schema = text.schema(request);
    LanguageModel.Prompt prompt =
        new LanguageModel.Prompt(
            text.system(request, schema), text.user(request, schema), MAX_OUTPUT_TOKENS, 0);
    LanguageModel.Completion completion = model.complete(prompt);
    return Replies.read(completion.text()).proposal(completion.tokens());
  }
}
