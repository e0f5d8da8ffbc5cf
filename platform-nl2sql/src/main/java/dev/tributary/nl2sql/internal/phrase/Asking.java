package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.words.Measure;
import java.util.List;
import java.util.Set;

/** Words that ask for something without naming it: where, when, how old. */
final class Asking implements Phrase {
  private static final List<String> PLACES =
      List.of(
          "location",
          "address",
          "place",
          "city",
          "town",
          "hometown",
          "country",
          "state",
          "venue",
          "district",
          "region",
          "county",
          "province");
  private static final List<String> PEOPLE = List.of("population", "inhabitants", "residents");
  private static final Set<String> DWELLING = Set.of("live", "lives", "living", "reside", "dwell");
  private static final List<String> TIMES = List.of("date", "year", "time", "day");

  private static final Set<String> PRONOUNS =
      Set.of("does", "do", "did", "it", "they", "he", "she");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    boolean start = at == 0 || sentence.is(at - 1, "and", ",", ".", "?");
    if (start && sentence.is(at, "who", "whom") && !draft.shows()) {
      return who(sentence, at, draft);
    }
    if (start && sentence.is(at, "where")) {
      return asked(at + 1, draft, PLACES, false);
    }
    int utmost = start && sentence.is(at, "when") ? utmost(sentence, at) : -1;
    if (utmost >= 0) {
      boolean last = sentence.is(utmost, "last", "latest", "newest", "recent");
      Draft began = draft.with(new Part.Began(last), 0.05).stance(Draft.Stance.NARROW);
      return List.of(new Step(utmost + 1, began));
    }
    if (start && sentence.is(at, "when")) {
      return asked(at + 1, draft, TIMES, true);
    }
    List<Step> verbs = amount(sentence, at, draft);
    if (!verbs.isEmpty()) {
      return verbs;
    }
    int people = sentence.afterAny(at, "how many people", "how many inhabitants");
    if (people >= 0 && sentence.tables(people - 1).isEmpty() && dwelling(sentence, people)) {
      return asked(sentence.is(people, "does") ? people : people + 1, draft, PEOPLE, false);
    }
    Measure measure = sentence.measure(at + 1);
    if (sentence.is(at, "how") && measure != null && !measure.measures().isEmpty()) {
      return asked(at + 2, draft, measure.measures(), false);
    }
    return List.of();
  }

  /** Who kept the light: keepers. */
  private static List<Step> who(Sentence sentence, int at, Draft draft) {
    return sentence.doers(at).stream()
        .map(doers -> {
          Draft asked = draft.with(new Part.Item(doers, null, false), 0.1);
          return new Step(at + 1, asked.stance(Draft.Stance.NARROW));
        })
        .toList();
  }

  /** How many people live there, how many inhabitants it has. */
  private static boolean dwelling(Sentence sentence, int at) {
    return DWELLING.contains(sentence.word(at))
        || (sentence.is(at, "are", "does") && sentence.is(sentence.size() - 1, "have", "?"))
        || sentence.after(at, "are there in") >= 0
        || sentence.after(at, "are living") >= 0;
  }

  /** Where the first or last of something is asked for: when was the latest flight. */
  private static int utmost(Sentence sentence, int at) {
    int next = sentence.noun(sentence.is(at + 1, "was", "is", "did", "were") ? at + 2 : at + 1);
    int said = sentence.is(next, "most") && sentence.is(next + 1, "recent") ? next + 1 : next;
    boolean utmost =
        sentence.is(said, "first", "earliest", "last", "latest", "newest") || said > next;
    return utmost ? said : -1;
  }

  /** How much does it weigh: the verb is the name of what is asked for. */
  private static List<Step> amount(Sentence sentence, int at, Draft draft) {
    int verb = sentence.skip(sentence.after(at, "how much"), PRONOUNS);
    if (!sentence.is(verb - 1, "it", "they", "he", "she")) {
      return List.of();
    }
    return sentence.columns(verb).stream()
        .map(column ->
            new Step(
                column.to(),
                draft.with(new Part.Item(column, null, false), column.weakness() + 0.05)))
        .toList();
  }

  private static List<Step> asked(int to, Draft draft, List<String> words, boolean temporal) {
    Draft asked = draft.with(new Part.Asked(words, temporal), 0.05);
    return List.of(new Step(to, asked.stance(Draft.Stance.NARROW)));
  }
}
