package dev.tributary.nl2sql.internal.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must not be: without any concert, do not have a pet, but not from there. */
final class Negating implements Phrase {
  private static final Set<String> BEING =
      Set.of("is", "are", "was", "were", "has", "have", "been", "yet", "still");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    int next =
        sentence.afterAny(
            at,
            "nothing",
            "nobody",
            "no one",
            "none of which",
            "no longer",
            "not yet",
            "not any longer",
            "do not",
            "does not",
            "did not",
            "don t",
            "doesn t",
            "didn t",
            "are not",
            "is not",
            "was not",
            "were not",
            "have not",
            "has not",
            "had not",
            "not",
            "no",
            "without",
            "never",
            "except for",
            "except",
            "leave out",
            "leaving out",
            "ignore",
            "ignoring",
            "omit",
            "excluding",
            "haven t",
            "hasn t",
            "isn t",
            "aren t",
            "cannot");
    int longer = sentence.after(at, "no longer");
    next = Math.max(next, longer);
    if (next < 0
        && sentence.is(
            at, "don", "doesn", "didn", "isn", "aren", "haven", "hasn", "wasn", "weren")) {
      next = at + 1;
    }
    if (next > 0 && !sentence.is(next, "-")) {
      steps.add(new Step(next, draft.with(new Part.Not(), 0.1).stance(Draft.Stance.NARROW)));
    }
    if (sentence.is(at, "neither")) {
      steps.add(new Step(at + 1, draft.with(new Part.Not(), 0.1).stance(Draft.Stance.NARROW)));
    }
    if (sentence.is(at, "nor") && draft.parts().contains(new Part.Not())) {
      steps.add(new Step(at + 1, draft));
    }
    lacking(sentence, at, draft, steps);
    unknown(sentence, at, draft, steps);
    if (sentence.is(at, "but", "however")) {
      steps.add(new Step(at + 1, draft.with(new Part.Still(), 0).stance(Draft.Stance.NARROW)));
    }
    if (sentence.is(at, "both")) {
      steps.add(new Step(at + 1, draft.with(new Part.Both(), 0)));
    }
    return steps;
  }

  /** Without a phone number, have no email address, missing title: nothing is stored there. */
  private static void lacking(Sentence sentence, int at, Draft draft, List<Step> steps) {
    for (Mention column : sentence.columns(at)) {
      int being = sentence.skip(column.to(), Set.of("is", "are", "was", "were"));
      int unknown =
          sentence.afterAny(
              being,
              "unknown",
              "missing",
              "not known",
              "not recorded",
              "not given",
              "not set",
              "empty",
              "null");
      if (being > column.to() && unknown >= 0) {
        Draft without = draft.with(new Part.Lacking(column), column.weakness() + 0.05);
        steps.add(new Step(unknown, without.stance(Draft.Stance.NARROW)));
      }
    }
    if (!sentence.is(at, "no", "without", "missing", "unknown", "lacking", "lack", "lacks")) {
      return;
    }
    for (Mention column : sentence.columns(sentence.noun(at + 1))) {
      int to = sentence.is(column.to(), "address", "number", "set") ? column.to() + 1 : column.to();
      Draft without = draft.with(new Part.Lacking(column), column.weakness() + 0.05);
      steps.add(new Step(to, without.stance(Draft.Stance.NARROW)));
    }
  }

  /** Whose budget is unknown, where the phone number is not known. */
  private static void unknown(Sentence sentence, int at, Draft draft, List<Step> steps) {
    for (Mention column : sentence.columns(at)) {
      int verb = sentence.skip(column.to(), BEING);
      boolean not = sentence.is(verb, "not", "never");
      int said = not ? sentence.skip(verb + 1, BEING) : verb;
      boolean unknown =
          not
              ? sentence.is(
                  said, "known", "set", "given", "recorded", "specified", "available", "filled")
              : sentence.is(
                  said,
                  "unknown",
                  "missing",
                  "empty",
                  "null",
                  "blank",
                  "unspecified",
                  "unrecorded");
      if (unknown && verb > column.to()) {
        Draft without = draft.with(new Part.Lacking(column), column.weakness() + 0.05);
        steps.add(new Step(said + 1, without.stance(Draft.Stance.NARROW)));
      }
    }
  }
}
