package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of what is shown: sorted by age, in descending order of capacity, from high to low. */
final class Sorting implements Phrase {
  private static final Set<String> VERBS =
      Set.of(
          "sorted", "sort", "order", "ordered", "rank", "ranked", "arranged", "arrange", "listed");
  private static final Set<String> OVER =
      Set.of(
          "the",
          "results",
          "result",
          "them",
          "these",
          "it",
          "list",
          "by",
          "in",
          "of",
          "their",
          "its",
          "order",
          "according",
          "to",
          "from",
          "with",
          "respect",
          "based",
          "on",
          "rows",
          "an",
          "a");
  private static final Set<String> UP =
      Set.of(
          "ascending",
          "increasing",
          "alphabetical",
          "alphabetic",
          "lexicographical",
          "lexicographic",
          "chronological",
          "asc",
          "alphabetically");
  private static final Set<String> DOWN = Set.of("descending", "decreasing", "desc", "reverse");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    boolean verb = VERBS.contains(sentence.word(at));
    boolean in = sentence.is(at, "in", "by") && direction(sentence, at + 1) != null;
    boolean alone = sentence.is(at, "alphabetically");
    List<Step> steps = new ArrayList<>();
    fromTo(sentence, at, draft, steps);
    foremost(sentence, at, draft, steps);
    for (Part part : sentence.is(at, "by") ? draft.parts() : List.<Part>of()) {
      if (part instanceof Part.Top top) {
        by(sentence, sentence.noun(at + 1), top.high(), draft, steps);
      }
    }
    boolean listing = VERBS.contains(sentence.word(0)) || sentence.is(0, "list");
    if (sentence.is(at, "by") && listing && draft.shows()) {
      by(sentence, sentence.noun(at + 1), null, draft, steps);
    }
    first(sentence, at, draft, steps);
    if (verb && at == 0) {
      steps.add(new Step(1, draft));
    }
    if (!verb && !in && !alone) {
      return steps;
    }
    Boolean descending = null;
    int next = verb ? at + 1 : at;
    while (true) {
      int skipped = sentence.skip(next, OVER);
      Boolean said = direction(sentence, skipped);
      if (said == null) {
        next = skipped;
        break;
      }
      descending = said;
      next = skipped + 1;
    }
    Boolean run = verb ? run(sentence, next - 1) : null;
    if (run != null && sentence.is(next - 1, "from")) {
      by(sentence, next - 1 + end(sentence, next - 1), run, draft, steps);
    }
    by(sentence, next, descending, draft, steps);
    if (descending != null || sentence.is(next - 1, "order")) {
      steps.add(
          new Step(
              next, draft.with(new Part.Sort(null, null, Boolean.TRUE.equals(descending)), 0.3)));
    }
    return steps;
  }

  private static void by(
      Sentence sentence, int at, @Nullable Boolean said, Draft draft, List<Step> steps) {
    Function function = null;
    int noun = at;
    if (sentence.afterAny(at, "number of", "count of", "total number of") >= 0) {
      noun = sentence.noun(sentence.afterAny(at, "number of", "count of", "total number of"));
      for (Mention table : sentence.tables(noun)) {
        finish(sentence, table, Function.COUNT, said, draft, steps);
      }
    }
    int told = sentence.noun(at);
    Function figure =
        switch (sentence.word(told)) {
          case "total", "sum" -> Function.SUM;
          case "count", "number" -> Function.COUNT;
          case "average", "mean" -> Function.AVG;
          default -> null;
        };
    if (figure != null && (told + 1 == sentence.size() || sentence.is(told + 1, ".", ",", "?"))) {
      Part part = new Part.Sort(null, figure, Boolean.TRUE.equals(said));
      steps.add(new Step(told + 1, draft.with(part, 0.05).stance(Draft.Stance.NARROW)));
    }
    if (sentence.is(at, "average", "total")) {
      function = sentence.is(at, "average") ? Function.AVG : Function.SUM;
      noun = sentence.noun(at + 1);
    }
    for (Mention column : sentence.columns(noun)) {
      finish(sentence, column, function, said, draft, steps);
    }
    for (Mention column : noun == at ? List.<Mention>of() : sentence.columns(at)) {
      finish(sentence, column, null, said, draft, steps);
    }
  }

  private static void finish(
      Sentence sentence,
      Mention by,
      @Nullable Function function,
      @Nullable Boolean said,
      Draft draft,
      List<Step> steps) {
    int next = by.to();
    Boolean descending = said;
    int skipped = sentence.skip(next, Set.of("in", "an", "a", "the", ",", "order"));
    Boolean after = direction(sentence, skipped);
    if (after != null) {
      descending = after;
      next = sentence.is(skipped + 1, "order") ? skipped + 2 : skipped + 1;
    } else {
      Boolean run = run(sentence, sentence.skip(next, Set.of(",")));
      int from = sentence.skip(next, Set.of(","));
      int foremost = pole(sentence, from);
      if (run != null) {
        descending = run;
        next = from + end(sentence, from);
      } else if (utmost(sentence, from, foremost) && sentence.is(foremost + 1, "first")) {
        Measure measure = Objects.requireNonNull(sentence.measure(foremost));
        descending = measure.high() != (measure.measures().contains("age") && dated(by));
        next = foremost + 2;
      }
    }
    Part part = new Part.Sort(by, function, Boolean.TRUE.equals(descending));
    steps.add(new Step(next, draft.with(part, by.weakness()).stance(Draft.Stance.NARROW)));
  }

  /** Whether the age of a thing is told by when it came to be. */
  private static boolean dated(Mention by) {
    return by.links().get(0) instanceof Link.ToAttribute to
        && (to.attribute().temporal()
            || to.attribute().words().stream()
                .anyMatch(word -> word.matches("year|date|birth.*|born|founded|built|since")));
  }

  private static boolean utmost(Sentence sentence, int from, int at) {
    Measure measure = sentence.measure(at);
    return measure != null
        && (measure.degree() == Measure.Degree.SUPERLATIVE
            || (at > from && sentence.is(at - 1, "most")));
  }

  /** From high to low, from the oldest to the youngest: true if the greatest comes first. */
  private static @Nullable Boolean run(Sentence sentence, int at) {
    if (!sentence.is(at, "from")) {
      return null;
    }
    int first = pole(sentence, at + 1);
    Measure measure = sentence.measure(first);
    boolean named = sentence.is(first, "most", "least");
    if ((measure == null && !named) || !sentence.is(first + 1, "to")) {
      return null;
    }
    return measure == null ? sentence.is(first, "most") : measure.high();
  }

  private static int end(Sentence sentence, int at) {
    int first = pole(sentence, at + 1);
    return pole(sentence, first + 2) + 1 - at;
  }

  /** The word that tells an end of an order: the oldest, the most recent. */
  private static int pole(Sentence sentence, int at) {
    int noun = sentence.noun(at);
    return sentence.is(noun, "most") && sentence.measure(noun + 1) != null ? noun + 1 : noun;
  }

  /** The newest members first, the most expensive first. */
  private static void foremost(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int last = pole(sentence, at);
    Measure measure = sentence.measure(last);
    if (measure == null || !draft.shows() || !utmost(sentence, at, last)) {
      return;
    }
    int first = last + 1;
    for (Mention table : sentence.tables(first)) {
      first = Math.max(first, table.to());
    }
    if (sentence.is(first, "first")) {
      steps.add(new Step(first + 1, draft.with(new Part.Run(measure), 0.05)));
    }
  }

  private static void fromTo(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Boolean run = run(sentence, at);
    if (run != null) {
      by(sentence, at + end(sentence, at), run, draft, steps);
    }
    Measure measure = run == null ? null : sentence.measure(pole(sentence, at + 1));
    if (measure != null) {
      Part part = new Part.Run(measure);
      double cost = measure.anything() ? 0.1 : 0;
      steps.add(new Step(at + end(sentence, at), draft.with(part, cost)));
    }
  }

  /** Cheapest first. */
  private static void first(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Measure measure = sentence.measure(at);
    boolean last = at + 2 >= sentence.size() || sentence.is(at + 2, "?", ".", ",");
    if (measure != null
        && measure.degree() == Measure.Degree.SUPERLATIVE
        && sentence.is(at + 1, "first")
        && last) {
      Part part = new Part.Run(measure);
      double cost = measure.anything() ? 0.3 : 0.2;
      steps.add(new Step(at + 2, draft.with(part, cost).stance(Draft.Stance.NARROW)));
    }
  }

  private static @Nullable Boolean direction(Sentence sentence, int at) {
    if (UP.contains(sentence.word(at))) {
      return false;
    }
    return DOWN.contains(sentence.word(at)) ? true : null;
  }
}
