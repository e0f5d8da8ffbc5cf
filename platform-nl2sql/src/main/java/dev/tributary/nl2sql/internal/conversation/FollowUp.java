package dev.tributary.nl2sql.internal.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a follow-up from a question of its own, and says in full what it asks. The rules look at
 * what kind of phrase a follow-up is, never at what it is about: a phrase of a kind that the
 * earlier question has takes its place, another is added.
 */
final class FollowUp {
  /** What became of a question in the light of an earlier one. */
  sealed interface Result {

    /** It needs no other. */
    record OnItsOwn() implements Result {}

    /** It is a follow-up, and this is what it asks. */
    record Full(String question) implements Result {}

    /** It seems to be a follow-up, of a kind that could mean several things. */
    record Unclear(String rest) implements Result {}
  }

  private FollowUp() {}

  static Result of(String earlier, String question) {
    String asked = bare(question);
    Matcher leadIn = Phrases.LEAD_IN.matcher(asked);
    boolean led = leadIn.find();
    String rest = led ? asked.substring(leadIn.end()).strip() : asked;
    if (rest.isEmpty() || Phrases.FULL_QUESTION.matcher(rest).matches()) {
      return new Result.OnItsOwn();
    }
    boolean also = led && leadIn.group().toLowerCase(Locale.ROOT).contains("also");
    Optional<String> full = merged(bare(earlier), rest, also);
    if (full.isPresent()) {
      return new Result.Full(full.get());
    }
    return led ? new Result.Unclear(rest) : new Result.OnItsOwn();
  }

  private static Optional<String> merged(String earlier, String rest, boolean also) {
    if (Phrases.TIME.matcher(rest).matches()) {
      return Optional.of(replacedOrAdded(Phrases.TIME, earlier, rest));
    }
    Matcher top = Phrases.TOP.matcher(rest);
    if (top.matches()) {
      String phrase = top.group("which") + " " + top.group("count");
      return Optional.of(replacedOrAdded(Phrases.TOP, earlier, phrase));
    }
    Matcher group = Phrases.GROUP.matcher(rest);
    if (group.matches()) {
      return Optional.of(grouped(earlier, rest, group.group("what"), also));
    }
    Matcher scope = Phrases.SCOPE.matcher(rest);
    return scope.matches() ? Optional.of(scoped(earlier, scope)) : Optional.empty();
  }

  private static String grouped(String earlier, String rest, String what, boolean also) {
    Matcher before = Phrases.groupAtEnd().matcher(earlier);
    if (!before.find() || Phrases.ranks(earlier)) {
      return earlier + " " + rest;
    }
    return also ? earlier + " and " + what : earlier.substring(0, before.start()) + " " + rest;
  }

  private static String scoped(String earlier, Matcher scope) {
    String phrase = scope.group("how") + " " + scope.group("what");
    boolean narrows = scope.group("only") != null || scope.group("after") != null;
    return narrows
        ? earlier + " " + phrase
        : replacedOrAdded(Phrases.scopeWithin(scope.group("how")), earlier, phrase);
  }

  private static String replacedOrAdded(Pattern kind, String earlier, String phrase) {
    Matcher before = kind.matcher(earlier);
    if (!before.find()) {
      return earlier + " " + phrase;
    }
    String head = earlier.substring(0, before.start());
    String tail = earlier.substring(before.end()).strip();
    return (head + phrase + (tail.isEmpty() ? "" : " " + tail)).strip();
  }

  private static String bare(String question) {
    return question.strip().replaceAll("\\s+", " ").replaceAll("[?.! ]+$", "");
  }
}
