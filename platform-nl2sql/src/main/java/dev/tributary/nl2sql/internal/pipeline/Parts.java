package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Conversations;
import dev.tributary.api.query.DataOrigin;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.Describer;
import dev.tributary.api.query.QuestionListener;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.SqlGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the steps work with.
 *
 * @param dialect the SQL that is written, such as {@code sqlite}
 * @param schema what can be asked about
 * @param generators what proposes SQL; the first is asked first, the next where it fails
 * @param examiner the gate
 * @param runner runs what passed the gate
 * @param describer makes rows readable
 * @param cache keeps rows
 * @param origin knows where data is from
 * @param conversations remembers what was asked
 * @param listener hears of every question
 * @param clock tells the time
 * @param ticker measures time, in nanoseconds
 * @param limits the bounds
 */
public record Parts(
    String dialect,
    Supplier<DataSchema> schema,
    List<SqlGenerator> generators,
    SqlExaminer examiner,
    SqlRunner runner,
    Describer describer,
    ResultCache cache,
    DataOrigin origin,
    Conversations conversations,
    QuestionListener listener,
    InstantSource clock,
    LongSupplier ticker,
    Limits limits) {

  /**
   * Bounds of a question.
   *
   * @param repairs how often SQL that did not do goes back
   * @param maxRows how many rows an answer has at most
   * @param turns how many earlier questions of a conversation count
   * @param policy what whoever asks may see; results do not cross policies
   */
  public record Limits(int repairs, int maxRows, int turns, String policy) {}
}
