package dev.tributary.nl2sql.internal.conversation;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a reply to a question back: the words of an option, or its number. */
public final class Picked {
  private static final Pattern NUMBER =
      Pattern.compile("(?:option |number |no |#)?(?<digit>[1-9])");
  private static final Pattern ORDINAL =
      Pattern.compile("(?:the )?(?<word>first|second|third|last)(?: one| option)?");

  private Picked() {}

  /**
   * What a question asks in the light of the one before it.
   *
   * @param question what is asked
   * @param turns what was asked before, the oldest first
   * @return the question of the option that is picked; the question itself if none is
   */
  public static Question of(Question question, List<GenerationRequest.Turn> turns) {
    List<Outcome.Option> options = turns.isEmpty() ? List.of() : turns.getLast().options();
    String reply = bare(question.text());
    int place = place(reply, options.size());
    for (int i = 0; i < options.size(); i++) {
      if (i == place || bare(options.get(i).label()).equals(reply)) {
        return question.withText(options.get(i).question());
      }
    }
    return question;
  }

  private static int place(String reply, int options) {
    Matcher number = NUMBER.matcher(reply);
    if (number.matches()) {
      return Integer.parseInt(number.group("digit")) - 1;
    }
    Matcher ordinal = ORDINAL.matcher(reply);
    if (!ordinal.matches()) {
      return -1;
    }
    return switch (ordinal.group("word")) {
      case "first" -> 0;
      case "second" -> 1;
      case "third" -> 2;
      default -> options - 1;
    };
  }

  private static String bare(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("[?.!)]+$", "");
  }
}
