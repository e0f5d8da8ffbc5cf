package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.List;
import java.util.Set;

/** Words that only hold a question together, and words that mean nothing known. */
final class Filling implements Phrase {
  private static final Set<String> NARROWING =
      Set.of(
          "of", "for", "in", "at", "by", "from", "with", "on", "to", "into", "within", "that",
          "which", "who", "whose", "where", "when", "having", "have", "has", "had", "among",
          "under", "across", "through", "using", "during", "over");
  private static final Set<String> SHOWING =
      Set.of(
          "show", "list", "give", "return", "find", "tell", "display", "what", "get", "provide",
          "output", "include");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    Token token = sentence.token(at);
    String word = sentence.word(at);
    if (token.kind() == Token.Kind.MARK) {
      return List.of(new Step(at + 1, mark(word, draft)));
    }
    boolean measured =
        (at > 0 && sentence.token(at - 1).kind() == Token.Kind.NUMBER)
            || (sentence.is(at - 1, "in") && sentence.columns(at).isEmpty());
    if (measured && sentence.lexicon().unit(word)) {
      return List.of(new Step(at + 1, draft.costing(0.05)));
    }
    boolean relation = sentence.lexicon().relation(word);
    if (sentence.lexicon().filler(word) || relation) {
      boolean telling = relation && sentence.lexicon().telling(token.stem());
      if (relation && (telling || noun(sentence, at)) && !sentence.linked(at)) {
        return List.of(new Step(at + 1, draft.ignoring(at, 3)));
      }
      boolean verb = relation && !noun(sentence, at) && !listed(sentence, at);
      double known = verb ? verb(sentence, at) : 0.8;
      if (verb && state(sentence, at)) {
        if (!sentence.linked(at)) {
          return List.of(new Step(at + 1, draft.ignoring(at, 3)));
        }
        known = 0.8;
      }
      double cost =
          sentence.linked(at)
              ? known
              : meaning(sentence, at, relation, draft)
                  + asking(sentence, at)
                  + every(sentence, at, draft);
      boolean named =
          verb
              && sentence.tables(at).stream()
                  .anyMatch(table -> table.to() == at + 1 && table.weakness() < 0.15);
      Draft turned =
          turned(
                  sentence,
                  at,
                  word,
                  relation,
                  named ? draft.with(new Part.Joined(at, false), 0) : draft)
              .costing(cost);
      return again(sentence, at, draft)
          ? List.of(
              new Step(at + 1, draft.anew().costing(lost(sentence, at, draft))),
              new Step(at + 1, turned.costing(0.3)))
          : List.of(new Step(at + 1, turned));
    }
    double cost = token.kind() == Token.Kind.WORD ? 4 : 5;
    Step ignored = new Step(at + 1, draft.ignoring(at, cost));
    return part(sentence, at, draft)
        ? List.of(ignored, new Step(at + 1, draft.costing(0.2).stance(Draft.Stance.NARROW)))
        : List.of(ignored);
  }

  /** A later sentence says anew what to show. */
  private static boolean again(Sentence sentence, int at, Draft draft) {
    return at > 0
        && SHOWING.contains(sentence.word(at))
        && sentence.is(at - 1, ".", "?", ";", "only", "just")
        && draft.shows()
        && !sentence.also();
  }

  /** A figure asked for before is hardly given up, unless it is asked for again. */
  private static double lost(Sentence sentence, int at, Draft draft) {
    for (int next = at; next < sentence.size(); next++) {
      if (sentence.measure(next) != null
          || sentence.is(next, "number", "count", "many", "total", "average", "figure")) {
        return 0;
      }
    }
    return draft.figured() ? 0.5 : 0;
  }

  /** A verb that shares its stem with a table hardly means the table; a stored text is none. */
  private static double verb(Sentence sentence, int at) {
    if (sentence.is(at - 1, "or", "and", "were", "was", "are", "is")
        && !sentence.values(at).isEmpty()) {
      return 0.6;
    }
    boolean asked = sentence.is(at - 1, "it", "they", "he", "she") && sentence.anywhere("much");
    if (asked) {
      return 0.8;
    }
    List<Mention> columns = sentence.columns(at);
    boolean part = !columns.isEmpty() && columns.stream().allMatch(Filling::reference);
    return !sentence.tables(at).isEmpty() ? 0.1 : part ? 0.05 : 0.15;
  }

  /** Is the origin of: it tells which part is played, and that alone. */
  private static boolean part(Sentence sentence, int at, Draft draft) {
    int before = at - 1;
    while (sentence.is(before, "the", "a", "an")) {
      before--;
    }
    return draft.shows()
        && sentence.is(before, "is", "are", "was", "were", "been", "as")
        && sentence.is(at + 1, "of", "for", "in", "on")
        && sentence.columns(at).stream()
            .flatMap(column -> column.links().stream())
            .anyMatch(link -> link instanceof Link.ToAttribute to && to.attribute().reference());
  }

  /** Departing and arriving tell which part is meant. */
  private static boolean reference(Mention column) {
    return column.links().get(0) instanceof Link.ToAttribute to && to.attribute().reference();
  }

  /** Still open, is closed: what is said of things that are so is not just a verb between two. */
  private static boolean state(Sentence sentence, int at) {
    boolean end = at + 1 == sentence.size() || sentence.is(at + 1, ",", ".", "?");
    boolean being =
        sentence.is(at - 1, "is", "are", "was", "were") && !sentence.columns(at).isEmpty();
    return end && (being || sentence.is(at - 1, "still", "already", "yet"));
  }

  /** After an article, a word such as award is no verb. */
  private static boolean noun(Sentence sentence, int at) {
    return sentence.is(at - 1, "a", "an", "the", "any", "many", "each", "every", "no", "of");
  }

  /** In a list of things, or as what somebody has, a word such as name is no verb either. */
  private static boolean listed(Sentence sentence, int at) {
    boolean owned = sentence.is(at - 1, "its", "their", "his", "her", "whose");
    boolean between =
        sentence.is(at - 1, ",", "and")
            && (at + 1 == sentence.size()
                || sentence.is(at + 1, ",", "and", "of", "for", ".", "?"));
    boolean named =
        sentence.lexicon().formWord(sentence.token(at).stem())
            && sentence.columns(at - 1).stream().anyMatch(column -> column.to() == at + 1);
    return (owned || between || named) && !sentence.word(at).matches(".*(ed|ing)");
  }

  /** The newest of every kind: there every means each. */
  private static double every(Sentence sentence, int at, Draft draft) {
    boolean group = sentence.is(at, "every") && sentence.is(at - 1, "of", "for", "in", "at", "on");
    return group && (draft.utmost() || at == 1) ? 0.6 : 0;
  }

  /** At its beginning, where and when ask for something. */
  private static double asking(Sentence sentence, int at) {
    boolean many = sentence.is(at + 1, "many", "much");
    return at == 0 && sentence.is(at, "where", "when", "how") && !many ? 0.8 : 0;
  }

  private static double meaning(Sentence sentence, int at, boolean relation, Draft draft) {
    boolean last = at + 1 == sentence.size() || sentence.is(at + 1, ",", ".", "?", "one", "of");
    return switch (sentence.word(at)) {
      case "each" -> last || valued(sentence, at + 1) ? 0.05 : 0.6;
      case "per" -> 0.6;
      case "by" -> grouping(sentence, at) ? 0.8 : Grouping.divides(sentence, at, draft) ? 0.4 : 0;
      case "share" -> sentence.is(at + 1, "of") ? 4 : 0.05;
      case "most", "least", "number" -> 0.5;
      case "count" -> at == 0 && !sentence.anywhere("number") ? 0.5 : 0;
      case "not", "no", "both", "neither", "nor" -> 2;
      case "some" -> 0.1;
      case "total", "overall" -> 0.3;
      default -> relation ? 0.05 : 0;
    };
  }

  /** Each stout: what is said is the kind of the rows. */
  private static boolean valued(Sentence sentence, int at) {
    return !sentence.values(at).isEmpty()
        && sentence.tables(at).isEmpty()
        && sentence.columns(at).isEmpty();
  }

  /** By, right after a table or at the beginning, says what makes groups. */
  private static boolean grouping(Sentence sentence, int at) {
    boolean after = at == 0 || !sentence.tables(at - 1).isEmpty();
    int noun = sentence.noun(at + 1);
    return after && sentence.tables(noun).isEmpty() && !sentence.columns(noun).isEmpty();
  }

  private static Draft mark(String mark, Draft draft) {
    return mark.matches("[,.?!;:()\\-]") ? draft : draft.costing(0.5);
  }

  private static Draft turned(
      Sentence sentence, int at, String word, boolean relation, Draft draft) {
    if (word.equals("or")) {
      return draft.alternative(true);
    }
    boolean first = at == 0 || (at == 1 && NARROWING.contains(sentence.word(0)));
    boolean question = first || sentence.is(at - 1, ".", "?", ",", ";", "and", "please");
    if (SHOWING.contains(word) && question) {
      return draft.stance(Draft.Stance.SHOW);
    }
    if (question && Set.of("which", "who", "where", "when", "whose").contains(word) && !relation) {
      return sentence.is(at - 1, "and") ? draft : draft.stance(Draft.Stance.SHOW);
    }
    if (NARROWING.contains(word) || relation) {
      return draft.stance(Draft.Stance.NARROW).withoutFigures();
    }
    return draft;
  }
}
