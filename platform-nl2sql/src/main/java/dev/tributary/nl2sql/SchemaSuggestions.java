package dev.tributary.nl2sql;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Suggestions;
import dev.tributary.nl2sql.internal.suggest.Answerable;
import dev.tributary.nl2sql.internal.suggest.TableQuestions;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Suggests questions about the tables as they are: how many rows, by the columns with few names,
 * over time, means of amounts. The tables of the question before come first. Equal schemas have
 * equal suggestions.
 *
 * <p>Thread-safe.
 */
public final class SchemaSuggestions implements Suggestions {
  private final Answerable answerable;

  private SchemaSuggestions(Answerable answerable) {
    this.answerable = answerable;
  }

  /**
   * Makes suggestions.
   *
   * @param answerable says whether a question about a schema can be answered; nothing else is
   *     suggested
   * @return the suggestions
   */
  public static SchemaSuggestions of(BiPredicate<DataSchema, String> answerable) {
    return new SchemaSuggestions(new Answerable(answerable));
  }

  @Override
  public List<String> suggest(
      DataSchema schema, List<GenerationRequest.Turn> turns, String prefix, int limit) {
    return TableQuestions.of(schema, turns, prefix, limit, answerable);
  }
}
