package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that compare.
 *
 * @param operator how
 * @param measure what the words measure, such as age for older; null if they do not say
 * @param plain whether it is no more than the verb to be
 * @param to the word after them
 */
record Comparator(Operator operator, @Nullable Measure measure, boolean plain, int to) {
  private static final Set<String> LINKING =
      Set.of(
          "is", "are", "was", "were", "be", "being", "that", "which", "of", "value", "a", "an",
          "the", "than", "amount", "number");
  private static final Map<String, Operator> WORDS = new LinkedHashMap<>();

  static {
    put(
        Operator.AT_LEAST,
        "greater than or equal to",
        "more than or equal to",
        "at least",
        "no less than",
        "not less than",
        "no fewer than",
        "not fewer than",
        "a minimum of",
        "minimum of",
        "no lower than",
        "> =",
        ">=",
        "on or after",
        "since");
    put(
        Operator.AT_MOST,
        "less than or equal to",
        "at most",
        "no more than",
        "not more than",
        "up to",
        "a maximum of",
        "no greater than",
        "not greater than",
        "<=",
        "on or before",
        "or less than");
    put(
        Operator.MORE,
        "more than",
        "greater than",
        "higher than",
        "larger than",
        "bigger than",
        "above",
        "over",
        "exceeding",
        "exceeds",
        "exceed",
        "after",
        "later than",
        "beyond",
        ">",
        "more");
    put(
        Operator.LESS,
        "less than",
        "fewer than",
        "lower than",
        "smaller than",
        "below",
        "under",
        "before",
        "prior to",
        "earlier than",
        "<");
    put(
        Operator.DIFFERENT,
        "not equal to",
        "different from",
        "different than",
        "other than",
        "!=",
        "<>");
    put(Operator.EQUAL, "equal to", "equals", "equal", "exactly", "=", "the same as");
  }

  private static void put(Operator operator, String... phrases) {
    for (String phrase : phrases) {
      WORDS.put(phrase, operator);
    }
  }

  /** The comparison that begins at a word, with linking words before it. */
  static Optional<Comparator> read(Sentence sentence, int at) {
    int start = sentence.skip(at, LINKING);
    boolean negated = sentence.is(start, "not");
    Optional<Comparator> found = words(sentence, start);
    if (found.isEmpty() && negated) {
      found = words(sentence, start + 1).map(Comparator::opposite);
      if (found.isEmpty()) {
        return Optional.of(
            new Comparator(Operator.DIFFERENT, null, true, sentence.skip(start + 1, LINKING)));
      }
    }
    if (found.isPresent()) {
      return found;
    }
    return Optional.of(new Comparator(Operator.EQUAL, null, true, start));
  }

  private static Optional<Comparator> words(Sentence sentence, int start) {
    for (Map.Entry<String, Operator> entry : WORDS.entrySet()) {
      int to = sentence.after(start, entry.getKey());
      if (to >= 0) {
        return Optional.of(new Comparator(entry.getValue(), null, false, to));
      }
    }
    Measure measure = sentence.measure(start);
    if (measure != null
        && measure.degree() == Measure.Degree.COMPARATIVE
        && sentence.is(start + 1, "than")) {
      return Optional.of(
          new Comparator(
              measure.high() ? Operator.MORE : Operator.LESS, measure, false, start + 2));
    }
    return Optional.empty();
  }

  private Comparator opposite() {
    return new Comparator(operator.opposite(), measure, plain, to);
  }
}
