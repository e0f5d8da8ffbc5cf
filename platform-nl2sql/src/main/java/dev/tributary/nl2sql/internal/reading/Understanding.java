package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.DataSchema;
import dev.tributary.nl2sql.internal.catalog.ValueIndex;
import dev.tributary.nl2sql.internal.ground.Grounder;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;

/**
 * Everything needed to understand questions about one state of a database. Thread-safe.
 *
 * @param grounder links words
 * @param readings finds the ways to read a question
 */
public record Understanding(Grounder grounder, Readings readings) {
  /**
   * Prepares for a state of a database.
   *
   * @param data the tables
   * @param values the texts stored in them
   * @return what understands questions about them
   */
  public static Understanding of(DataSchema data, ValueIndex values) {
    Stems stems = new Stems();
    Lexicon lexicon = Lexicon.english(stems);
    Schema schema = Schema.of(data);
    return new Understanding(
        new Grounder(schema, values, lexicon, stems), new Readings(schema, lexicon, stems));
  }
}
