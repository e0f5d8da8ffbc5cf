package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.words.Measure;
import java.util.List;

/** Words that ask for something without naming it: where, when, how old. */
final class Asking implements Phrase {
  private static final List<String> PLACES =
      List.of(
          "location", "address", "place", "city", "town", "hometown", "country", "state", "venue");
  private static final List<String> TIMES = List.of("date", "year", "time", "day");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    boolean start = at == 0 || sentence.is(at - 1, "and", ",", ".", "?");
    if (start && sentence.is(at, "where")) {
      return asked(at + 1, draft, PLACES, false);
    }
    if (start && sentence.is(at, "when")) {
      return asked(at + 1, draft, TIMES, true);
    }
    Measure measure = sentence.measure(at + 1);
    if (sentence.is(at, "how") && measure != null && !measure.measures().isEmpty()) {
      return asked(at + 2, draft, measure.measures(), false);
    }
    return List.of();
  }

  private static List<Step> asked(int to, Draft draft, List<String> words, boolean temporal) {
    Draft asked = draft.with(new Part.Asked(words, temporal), 0.05);
    return List.of(new Step(to, asked.stance(Draft.Stance.NARROW)));
  }
}
