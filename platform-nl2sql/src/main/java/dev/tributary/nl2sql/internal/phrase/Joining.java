package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.words.Token;
import java.util.List;
import java.util.Set;

/**
 * A verb between two things that are known says that they have to do with each other, as in
 * captains who command a ship: it need not be the name of anything. Where it stands tells that it
 * is one.
 */
final class Joining implements Phrase {
  private static final double COST = 0.05;

  private static final Set<String> HELPING =
      Set.of(
          "who", "that", "which", "has", "have", "had", "having", "do", "does", "did", "not",
          "never", "ever", "been", "being", "be", "is", "are", "was", "were", "can", "could",
          "they", "t", "also", "once", "both", "either", "it", "he", "she");
  private static final Set<String> ASKING =
      Set.of("has", "have", "had", "do", "does", "did", "was", "were", "is", "are");
  private static final Set<String> LEADING =
      Set.of(
          "to", "from", "in", "at", "on", "by", "for", "with", "through", "into", "onto", "of",
          "about", "under", "over", "along", "across", "against", "a", "an", "the", "any", "no");
  private static final Set<String> NO_VERBS =
      Set.of(
          "not",
          "no",
          "never",
          "nor",
          "neither",
          "without",
          "but",
          "however",
          "except",
          "excluding",
          "than",
          "more",
          "less",
          "fewer",
          "above",
          "below",
          "over",
          "after",
          "before",
          "until",
          "since",
          "always",
          "often",
          "still",
          "already",
          "yet",
          "cannot",
          "don",
          "didn",
          "doesn",
          "isn",
          "aren",
          "hasn",
          "haven",
          "wasn",
          "weren",
          "distinct",
          "different",
          "average",
          "mean",
          "order",
          "ordered",
          "sort",
          "sorted",
          "ranked",
          "grouped",
          "including",
          "missing",
          "lacking",
          "unknown",
          "first",
          "last");
  private static final Set<String> APART =
      Set.of(
          "there", "a", "an", "any", "no", "each", "every", "for", "per", "by", "with", "of", "and",
          "or", "in", "from", "to", "that", "which", "who");
  private static final Set<String> PARTICLES =
      Set.of("after", "up", "out", "over", "along", "across", "past", "down", "for", "off");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    if (draft.parts().isEmpty() || !unknown(sentence, at) || !verb(sentence, at)) {
      return List.of();
    }
    int next = PARTICLES.contains(sentence.word(at + 1)) ? at + 2 : at + 1;
    boolean asked = asks(sentence, at, next);
    if (!asked && !known(sentence, next)) {
      return List.of();
    }
    Draft joined = draft.with(new Part.Joined(at, true), COST).stance(Draft.Stance.NARROW);
    return List.of(new Step(next, joined.withoutFigures()));
  }

  /** A word that stands for nothing, and does not say how things went. */
  private static boolean unknown(Sentence sentence, int at) {
    Token token = sentence.token(at);
    return token.kind() == Token.Kind.WORD
        && token.word().length() > 2
        && !sentence.linked(at)
        && !NO_VERBS.contains(token.word())
        && !token.word().endsWith("ly")
        && !sentence.lexicon().filler(token.word())
        && !sentence.lexicon().relation(token.word())
        && !sentence.lexicon().telling(token.stem())
        && sentence.lexicon().contraries(token.stem()).isEmpty()
        && sentence.measure(at) == null;
  }

  private static boolean verb(Sentence sentence, int at) {
    if (HELPING.contains(sentence.word(at - 1)) || asks(sentence, at, at + 1)) {
      return true;
    }
    boolean form = sentence.word(at).matches("\\w{2,}(ed|ing)");
    boolean after = ends(sentence, at);
    String next = sentence.word(at + 1);
    return after
        && (form || LEADING.contains(next) || PARTICLES.contains(next) || starts(sentence, at + 1));
  }

  /** Which ports has the ship sailed to: all it joins was said before. */
  private static boolean asks(Sentence sentence, int at, int next) {
    int end = sentence.skip(sentence.skip(next, PARTICLES), LEADING);
    boolean last = end == sentence.size() || sentence.is(end, "?", ".", ",", "and");
    if (!last || !ends(sentence, at)) {
      return false;
    }
    for (int before = at - 1; before > 0; before--) {
      if (ASKING.contains(sentence.word(before)) && ends(sentence, before)) {
        return true;
      }
      if (APART.contains(sentence.word(before))) {
        return false;
      }
    }
    return false;
  }

  /** Whether something known begins soon after. */
  private static boolean known(Sentence sentence, int at) {
    int next = at;
    while (next < sentence.size() && next < at + 5 && !starts(sentence, next)) {
      String word = sentence.word(next);
      boolean light = sentence.lexicon().filler(word) || sentence.measure(next) != null;
      boolean number = sentence.token(next).kind() == Token.Kind.NUMBER;
      if (!light
          && !number
          && !Set.of("than", "least", "most", "more", "not", "never", "no").contains(word)) {
        return false;
      }
      next++;
    }
    return starts(sentence, next);
  }

  private static boolean starts(Sentence sentence, int at) {
    return !sentence.tables(at).isEmpty() || !sentence.values(at).isEmpty();
  }

  /** Whether something known ends right before. */
  private static boolean ends(Sentence sentence, int at) {
    for (int from = Math.max(0, at - 4); from < at; from++) {
      boolean table = sentence.tables(from).stream().anyMatch(each -> each.to() == at);
      if (table || sentence.values(from).stream().anyMatch(each -> each.to() == at)) {
        return true;
      }
    }
    return false;
  }
}
